import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { organizationList } from '../organization/organization-list.query.ts';
import { namedChoices, rowChoices } from '../shown.tsx';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { centreKindNames, centreKinds, conditions } from './centre-kind.ts';
import { registerCentre } from './register-centre.ts';

/** Where a centre enters the inventory. */
export const registerCentrePage = definePage<View>({
  path: '/centres/new',
  audience: 'staff',
  needs: 'network.register-centre',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('centre.register'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/centres', label: words('centre.title') }}>{words('centre.register')}</PageTitle>
          <Card>
            <Form {...f}>
              <MultilingualField {...f} name="names" label={words('centre.name')} help={words('one_language_enough')} required />
              <SelectField {...f} name="kind" label={words('centre.kind')} required choices={namedChoices(view, centreKinds, centreKindNames)} />
              <SelectField {...f} name="operator" label={words('centre.operator')} choices={rowChoices(view, await visit.ask(organizationList, {}))} />
              <SelectField {...f} name="territory" label={words('hub.place')} required choices={await placeChoices(visit)} />
              <MultilingualField {...f} name="address" label={words('hub.address')} />
              <Radios {...f} name="condition" label={words('centre.condition')} required choices={conditions.map((value) => ({ value, label: words(`condition.${value}`) }))} />
              <DateField {...f} name="condition_on" label={words('centre.seen_on')} required />
              <Buttons><Button icon="plus">{words('centre.register')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: registerCentre, leadsTo: ({ centre }) => `/centres/${centre}` },
});
