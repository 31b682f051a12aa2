import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { openCommitteeDecision } from '../open-committee-decision/open-committee-decision.ts';
import { choicesOfForm } from '../service-form/choices-of-form.ts';
import { choicesOf } from '../show/names-of-codes.ts';
import { directoryWords } from '../words.ts';

/** Writes down a decision of the committee; an overlap of the matrix brings its kind and territory along. */
export const writeDecisionPage = definePage<View>({
  path: '/decisions/new',
  audience: 'staff',
  needs: 'directory.open-committee-decision',
  show: async (visit) => {
    const { view, errors, search } = visit;
    const words = directoryWords(view);
    const { organizations, territories } = await choicesOfForm(visit);
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : search };
    return {
      title: words('decisions.new'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/decisions', label: words('decisions.title') }}>{words('decisions.new')}</PageTitle>
          <Form {...f}>
            <MultilingualField {...f} required name="what" rows={3} label={words('decisions.what')} />
            <SelectField {...f} required name="owner" label={words('decisions.owner')} choices={organizations} />
            <DateField {...f} required name="decidedOn" label={words('decisions.decided_on')} />
            <DateField {...f} required name="dueOn" label={words('decisions.due_on')} />
            <SelectField {...f} name="serviceType" label={words('type')} choices={choicesOf(view).types} />
            <SelectField {...f} name="territory" label={words('territory')} choices={territories} />
            <Button>{words('form.save')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: openCommitteeDecision, leadsTo: () => '/decisions' },
});
