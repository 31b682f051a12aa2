import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { closeDecision } from '../close-decision/close-decision.ts';
import { InLang } from '../show/in-lang.tsx';
import { directoryWords } from '../words.ts';
import { decisions } from './decisions.query.ts';

/** Closes a decision: done or dropped, and what came of it. */
export const closeDecisionPage = definePage<View>({
  path: '/decisions/:decision/close',
  audience: 'staff',
  needs: 'directory.close-decision',
  show: async (visit) => {
    const { view, values, errors, refusal } = visit;
    const words = directoryWords(view);
    const all = (await visit.ask(decisions, {})).decisions;
    const decision = all.find(({ id }) => id === visit.params.decision);
    const f = { view, values, errors };
    return {
      title: words('decisions.close_title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/decisions', label: words('decisions.title') }}>{words('decisions.close_title')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          <p className="lede"><InLang view={view} value={decision?.what ?? {}} /></p>
          <Form {...f}>
            <Radios {...f} required name="state" label={words('decisions.state')} choices={(['done', 'dropped'] as const).map((value) => ({ value, label: words(`decisions.state.${value}`) }))} />
            <MultilingualField {...f} name="outcome" rows={2} label={words('decisions.outcome')} help={words('decisions.outcome_help')} />
            <Button>{words('decisions.close')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: closeDecision, input: ({ params }) => ({ decision: params.decision }), leadsTo: () => '/decisions' },
});
