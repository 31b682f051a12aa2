import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Beside, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { answerWords } from '../form/answer-words.ts';
import { QuestionField } from '../form/question-field.tsx';
import { orientationWords } from '../orientation-words.ts';
import { answerNeeds } from './answer-needs.ts';
import { needsSheet } from './needs-sheet.query.ts';
import { ScoreCard } from './score-card.tsx';

type Sheet = Awaited<ReturnType<(typeof needsSheet)['spec']['run']>>;

/** The questions of a visit: a draft kept whenever it is sent, the sums beside it, and the way on to the orientation. */
export const needsPage = definePage<View>({
  path: '/desk/tickets/:ticket/needs',
  audience: 'staff',
  needs: 'desk.needs-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = orientationWords(view);
    const sheet = await visit.ask(needsSheet, { ticket: params.ticket! });
    return {
      title: words('needs.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('needs.lede')} back={{ href: `/desk/tickets/${params.ticket}`, label: words('back.visit') }}>{words('needs.title')}</PageTitle>
          {sheet.form ? <Questions visit={visit} sheet={sheet} /> : <EmptyState title={words('needs.no_form')}>{words('needs.no_form_help')}</EmptyState>}
        </Stack>
      ),
    };
  },
  post: {
    action: answerNeeds,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: ({ state, missing, more }, { params }) => {
      const at = `/desk/tickets/${params.ticket}`;
      return state === 'done' ? `${at}/orientation` : `${at}/needs?kept=1${missing.length ? '&missing=1' : ''}${more ? '&more=1' : ''}`;
    },
  },
});

const Questions = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, search } = visit;
  const words = orientationWords(view);
  const sent = '_key' in visit.values;
  const form = { view, values: sent ? visit.values : { answers: asFieldValues(sheet.answers) }, errors: errorsOf(visit, sheet, sent) };
  return (
    <Beside aside={sheet.scores.map((score) => <ScoreCard key={score.scale} view={view} form={sheet.form!} score={score} />)}>
      {search.kept && !sent ? <Notice view={view} kind="success">{words(search.more ? 'needs.more' : search.missing ? 'needs.kept_missing' : 'needs.kept')}</Notice> : null}
      <Form {...form} action={view.path}>
        {sheet.asked.map((question) => (
          <QuestionField key={question.code} {...form} question={question} spoken={sheet.spoken.get(question.id) ?? []} />
        ))}
        {Object.entries(sheet.shown).map(([code, shown]) => <HiddenField key={code} name={`seen.${code}`} value={shown} />)}
        <Buttons>
          <Button icon="check" name="finish" value="yes">{words('needs.finish')}</Button>
          <Button kind="quiet">{words('needs.keep')}</Button>
        </Buttons>
      </Form>
    </Beside>
  );
};

const asFieldValues = (answers: Sheet['answers']): Record<string, unknown> => ({ ...answers });

/** What stands beside each field: a colleague's answer where both changed it, or that it is still missing. */
function errorsOf({ view, errors, refusal, search }: Visit<View>, sheet: Sheet, sent: boolean): Record<string, string> {
  const words = orientationWords(view);
  const all: Record<string, string> = { ...errors };
  for (const code of (refusal?.offer.fields as readonly string[] | undefined) ?? []) {
    const question = sheet.form?.questions.find((one) => one.code === code);
    if (question) all[`answers.${code}`] = words('needs.theirs', { answer: answerWords(view, question, sheet.answers[code]) });
  }
  if (search.missing && !sent) {
    for (const { code, required } of sheet.asked) if (required && sheet.answers[code] === undefined) all[`answers.${code}`] = words('needs.required');
  }
  return all;
}
