import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { HiddenField } from '#ui/field.tsx';
import { textAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { editService } from '../edit-service/edit-service.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import { amountText } from '../entry/money.ts';
import { partPage, serviceInPath, startingWith, toSheet } from '../sheet-pages/part-page.tsx';
import { directoryWords } from '../words.ts';
import { choicesOfForm } from './choices-of-form.ts';
import { ServiceFields } from './service-form.tsx';

/** Corrects the entry of a service. The version on the screen goes along, so that nobody overwrites a colleague. */
export const editServicePage = definePage<View>({
  path: '/services/:service/edit',
  audience: 'staff',
  needs: 'directory.edit-service',
  show: partPage(({ view }) => ({ title: directoryWords(view)('form.edit_title') }), async (visit, { entry }) => {
    const { view, errors } = visit;
    const values = startingWith(visit, valuesOf(entry));
    const f = { view, values, errors };
    return (
      <Form {...f}>
        <HiddenField name="version" value={visit.refusal?.code === 'directory.changed-meanwhile' ? entry.version : textAt(values, 'version')} />
        <ServiceFields f={f} {...await choicesOfForm(visit)} />
        <Button>{directoryWords(view)('form.save')}</Button>
      </Form>
    );
  }),
  post: { action: editService, input: serviceInPath, leadsTo: toSheet },
});

const valuesOf = (entry: ServiceEntry): Record<string, unknown> => ({
  ...entry,
  mainType: entry.types[0],
  otherTypes: entry.types.slice(1),
  costs: entry.costs.map(({ amountMinor, currency, names }) => ({ amount: amountText(amountMinor, currency), currency, names })),
  documents: entry.documents.map(({ names }) => names),
});
