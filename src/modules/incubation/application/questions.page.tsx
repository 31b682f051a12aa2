import type { ConflictOffer } from '#core/edit-conflict.ts';
import { definePage, type Visit } from '#core/page.ts';
import { answerWords, type KeptQuestion, plainly, QuestionField } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EditConflicts, SeenFields } from '#ui/edit-conflict.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { ApplicationHead } from './application-head.tsx';
import { applicationForm } from './application-form.query.ts';
import { saveAnswers } from './save-answers.ts';

/** The questions of a call, a few at a time. Whatever is typed is kept with each press, also when something that must be answered is still empty. */
export const questionsPage = definePage<View>({
  path: '/applications/:application/questions',
  audience: 'staff',
  needs: 'incubation.application-form',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search, errors } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(applicationForm, { application: params.application!, part: search.part ?? visit.values.part ?? 1 });
    const typed = '_key' in visit.values;
    const offer = visit.refusal?.code === 'incubation.answers-changed-meanwhile' ? (visit.refusal.offer as unknown as ConflictOffer) : undefined;
    const f = { view, errors, values: typed ? visit.values : { answers: sheet.answers } };
    return {
      title: words('step.part', { part: sheet.part, parts: sheet.parts }),
      quiet: true,
      body: (
        <Stack>
          <ApplicationHead view={view} application={sheet.application} call={sheet.call} parts={sheet.parts} at={sheet.part} />
          {search.kept && !typed ? <Notice view={view} kind="success">{words('application.kept')}</Notice> : null}
          {visit.refusal && !offer ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <p className="soft">{words('application.closes')} <AtTime view={view} value={sheet.call.closesAt} /></p>
          {sheet.questions.length === 0 ? <EmptyState title={words('application.nothing_here')} /> : null}
          {sheet.writes ? (
            <Form {...f} action={`${view.path}?part=${sheet.part}`}>
              <SeenFields seen={offer?.seen ?? (typed ? String(visit.values.seen ?? '{}') : sheet.seen)} shown={offer?.shown} />
              {offer ? <EditConflicts {...f} conflicts={conflictsOf(visit, offer, sheet.questions)} /> : null}
              <Card>{sheet.questions.map((question) => <QuestionField key={question.code} {...f} question={question} sealedSays={words('application.sealed_says')} />)}</Card>
              <HiddenField name="part" value={sheet.part} />
              <Buttons>
                <Button icon="forward" name="on" value="yes">{words(sheet.part < sheet.parts ? 'application.next' : 'application.to_check')}</Button>
                <Button kind="quiet">{words('application.keep')}</Button>
              </Buttons>
            </Form>
          ) : <Notice view={view} kind="warning">{words('application.window_over')}</Notice>}
        </Stack>
      ),
    };
  },
  post: {
    action: saveAnswers,
    input: ({ params }) => ({ application: params.application }),
    leadsTo: ({ on, part, parts }, { params }) => {
      const at = `/applications/${params.application}`;
      const n = Number(part ?? 1);
      return on ? (n < parts ? `${at}/questions?part=${n + 1}` : `${at}/check`) : `${at}/questions?part=${n}&kept=1`;
    },
  },
});

const conflictsOf = ({ view }: Visit<View>, { conflicts }: ConflictOffer, questions: readonly KeptQuestion[]) => conflicts.map(({ field, mine, theirs }) => {
  const question = questions.find(({ code }) => code === field);
  const said = (value: unknown): string => (question && value !== '' ? answerWords(view, question, question.kind === 'choices' ? String(value).split(' ') : String(value)) : String(value));
  return { field, label: question ? plainly(view, question.labels) : field, mine: said(mine), theirs: said(theirs) };
});
