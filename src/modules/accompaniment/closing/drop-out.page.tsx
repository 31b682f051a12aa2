import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { CaseHead } from '../case-sheet/case-head.tsx';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import { dropOutReasons } from '../codes.ts';
import { caseWords } from '../words.ts';
import { dropOut } from './drop-out.ts';

/** She no longer comes: why, as far as one knows. The file can be opened again. */
export const dropOutPage = definePage<View>({
  path: '/cases/:case/drop-out',
  audience: 'staff',
  needs: 'accompaniment.drop-out',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = caseWords(view);
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const f = { view, values, errors };
    return {
      title: words('drop.title'),
      quiet: true,
      body: (
        <Stack>
          <CaseHead visit={visit} sheet={sheet} side="closing" />
          <Card title={words('drop.title')}>
            <p className="soft">{words('drop.text')}</p>
            <Form {...f}>
              <Radios {...f} required name="reason" label={words('drop.reason')} choices={dropOutReasons.map((value) => ({ value, label: words(`drop.${value}`) }))} />
              <Button kind="danger" icon="check">{words('drop.do')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: dropOut, input: ({ params }) => ({ case: params.case }), leadsTo: (_, { actor, params }) => (actor.roles.some(({ role }) => role !== 'coach' && role !== 'trainer') ? `/cases/${params.case}` : '/cases') },
});
