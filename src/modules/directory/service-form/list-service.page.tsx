import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { listService } from '../list-service/list-service.ts';
import { directoryWords } from '../words.ts';
import { choicesOfForm } from './choices-of-form.ts';
import { ServiceFields } from './service-form.tsx';

/** Puts a service into the directory. */
export const listServicePage = definePage<View>({
  path: '/services/new',
  audience: 'staff',
  needs: 'directory.list-service',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = directoryWords(view);
    const values = Object.keys(visit.values).length ? visit.values : { listed: 'true' };
    const f = { view, values, errors };
    return {
      title: words('form.new_title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/services', label: words('services.title') }}>{words('form.new_title')}</PageTitle>
          <Form {...f}>
            <ServiceFields f={f} {...await choicesOfForm(visit)} />
            <Card title={words('sheet.capacity')}>
              <NumberField {...f} name="capacityPlaces" min={0} label={words('form.capacity')} />
              <NumberField {...f} name="freePlaces" min={0} label={words('form.free_places')} />
              <NumberField {...f} name="waitingDays" min={0} label={words('form.waiting_days')} />
            </Card>
            <Button icon="plus">{words('form.add')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: listService, leadsTo: ({ service }) => `/services/${service}` },
});
