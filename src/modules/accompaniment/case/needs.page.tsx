import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { CaseHead } from '../case-sheet/case-head.tsx';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import { specialNeeds } from '../codes.ts';
import { caseWords } from '../words.ts';
import { setSpecialNeeds, specialNeedsQuery } from './special-needs.ts';

/** What she needs in order to come: ticked by who accompanies her, sealed. */
export const needsPage = definePage<View>({
  path: '/cases/:case/needs',
  audience: 'staff',
  needs: 'accompaniment.special-needs',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = caseWords(view);
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const { needs } = await visit.ask(specialNeedsQuery, { case: sheet.id });
    const f = { view, values: '_key' in visit.values ? visit.values : { needs }, errors };
    const writes = sheet.mine?.state === 'accepted' && visit.may('accompaniment.set-special-needs');
    return {
      title: words('needs.title'),
      quiet: true,
      body: (
        <Stack>
          <CaseHead visit={visit} sheet={sheet} side="plan" />
          <Card title={words('needs.title')}>
            <p className="soft">{words('needs.text')}</p>
            {writes ? (
              <Form {...f}>
                <Checkboxes {...f} unmarked name="needs" label={words('needs.label')} choices={specialNeeds.map((value) => ({ value, label: words(`need.${value}`) }))} />
                <Button icon="lock">{words('keep')}</Button>
              </Form>
            ) : <ul>{needs.length ? needs.map((need) => <li key={need}>{words(`need.${need}`)}</li>) : <li>{words('needs.none')}</li>}</ul>}
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setSpecialNeeds, input: ({ params }) => ({ case: params.case }), leadsTo: (_, { params }) => `/cases/${params.case}/needs` },
});
