import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Radios } from '#ui/choice.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { setCapacity } from '../set-capacity/set-capacity.ts';
import { directoryWords } from '../words.ts';
import { partPage, serviceInPath, startingWith, toSheet } from './part-page.tsx';

/** How many places are left and how long one waits. */
export const capacityPage = definePage<View>({
  path: '/services/:service/capacity',
  audience: 'staff',
  needs: 'directory.set-capacity',
  show: partPage(({ view }) => ({ title: directoryWords(view)('sheet.capacity') }), (visit, { entry }) => {
    const { view, errors } = visit;
    const words = directoryWords(view);
    const f = { view, errors, values: startingWith(visit, { ...entry }) };
    return (
      <Form {...f}>
        <Radios {...f} required name="status" label={words('form.status')} choices={(['active', 'temporarily closed'] as const).map((value) => ({ value, label: words(`status.${value}`) }))} />
        <NumberField {...f} name="capacityPlaces" label={words('form.capacity')} min={0} />
        <NumberField {...f} name="freePlaces" label={words('form.free_places')} min={0} />
        <NumberField {...f} name="waitingDays" label={words('form.waiting_days')} min={0} />
        <Button>{words('form.save')}</Button>
      </Form>
    );
  }),
  post: { action: setCapacity, input: serviceInPath, leadsTo: toSheet },
});
