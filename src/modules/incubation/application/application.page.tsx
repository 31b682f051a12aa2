import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { answerWords, OrganizationName, PersonLine, Said } from '#modules/desk/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { AnswerName } from '../call-sheet/rules-tables.tsx';
import { applicantWords } from '../applicant-words.ts';
import { callWords } from '../call-words.ts';
import { applicationStates, registerReads, withdrawReasons } from '../codes.ts';
import { PaperList } from '../papers/paper-list.tsx';
import { whys } from '../selection/selection-codes.ts';
import { selectionWords } from '../selection/selection-words.ts';
import { ineligibleReasons } from '../submit/weigh-application.ts';
import { ApplicationHead } from './application-head.tsx';
import { applicationSheet } from './application-sheet.query.ts';
import { withdrawApplication } from './withdraw-application.ts';

type Sheet = Awaited<ReturnType<(typeof applicationSheet)['spec']['run']>>;

/** An application: where it stands, what it was judged by, who stands behind it for those who may know. The form at its end takes it back. */
export const applicationPage = definePage<View>({
  path: '/applications/:application',
  audience: 'staff',
  needs: 'incubation.application-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, may } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(applicationSheet, { application: params.application! });
    const { application, call } = sheet;
    const at = `/applications/${application.id}`;
    const types = may('incubation.save-answers');
    return {
      title: words('application'),
      quiet: true,
      body: (
        <Stack>
          <ApplicationHead view={view} application={application} call={call} parts={types ? sheet.parts : 0} actions={types ? <>{application.state !== 'draft' ? <LinkButton kind="quiet" icon="print" href={`${at}/receipt`}>{words('receipt')}</LinkButton> : null}<LinkButton kind="quiet" icon="door" href={`${at}/own-page`}>{applicantWords(view)('own')}</LinkButton></> : null} />
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {visit.search.done && types && application.state === 'applied' ? <Notice view={view} kind="success">{words('application.handed_in')}</Notice> : null}
          {application.state === 'draft' && !sheet.writes ? <Notice view={view} kind="warning">{words('application.window_over')}</Notice> : null}
          {(application.state === 'rejected' || application.state === 'waitlisted') && may('incubation.file-appeal') ? <Buttons><LinkButton kind="quiet" icon="hand" href={`${at}/appeal`}>{selectionWords(view)('appeal.title')}</LinkButton></Buttons> : null}
          {application.reason && application.state !== 'draft' ? <Notice view={view}>{reasonWords(view, application.reason)}</Notice> : null}
          <Beside aside={<><Known view={view} sheet={sheet} /><Behind view={view} sheet={sheet} /></>}>
            {sheet.points.length ? <Points view={view} sheet={sheet} /> : null}
            <Card title={words('application.answers')}>
              <Facts view={view} facts={sheet.questions.filter(({ code }) => sheet.answers[code] !== undefined).map((question) => ({ label: <Said view={view} value={question.labels} />, value: <Bdi>{answerWords(view, question, sheet.answers[question.code])}</Bdi> }))} />
              <p className="soft">{words('application.sealed_apart')}</p>
              {types && sheet.writes ? <Buttons><LinkButton icon="edit" href={`${at}/questions?part=1`}>{words('application.go_on')}</LinkButton></Buttons> : null}
            </Card>
            {types && call.papers.length ? <PapersCard view={view} sheet={sheet} /> : null}
            {types && application.state !== 'draft' ? <p className="soft">{words('receipt.in')} {receiptLanguages.map((lang) => <span key={lang}><a href={`${at}/receipt?in=${lang}`} lang={lang}>{words(`lang.${lang}`)}</a> </span>)}</p> : null}
            {may('incubation.withdraw-application') && mayWithdraw(application.state) ? <Withdraw visit={visit} at={at} /> : null}
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: withdrawApplication, input: ({ params }) => ({ application: params.application }), leadsTo: (_, { params }) => `/applications/${params.application}` },
});

const receiptLanguages = ['ar', 'fr', 'en'] as const;

const mayWithdraw = (state: (typeof applicationStates)[number]): boolean => applicationStates.indexOf(state) <= applicationStates.indexOf('waitlisted');

/** A reason by its words; one that another part of the module gives is shown there. */
export function reasonWords(view: View, reason: string): string {
  const words = callWords(view);
  const not = ineligibleReasons.find((one) => one === reason);
  const back = withdrawReasons.find((one) => one === reason);
  const judged = whys.find((one) => one === reason);
  if (judged) return selectionWords(view)(`why.${judged}`);
  return not ? words(`not.${not}`) : back ? words(`withdraw.${back}`) : words('reason.other');
}

const Known = ({ view, sheet: { application, quotas } }: { view: View; sheet: Sheet }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('application.known')}>
      <Facts view={view} facts={[
        { label: words('receipt.number'), value: <Ltr>{spelledCode(application.receipt)}</Ltr> }, { label: words('application.applicant'), value: words(`applicant.${application.applicant}`) },
        { label: words('application.begun'), value: <AtTime view={view} value={application.begun_at} /> },
        application.submitted_at && { label: words('application.submitted'), value: <AtTime view={view} value={application.submitted_at} /> },
        application.submitted_at && { label: words('call.place'), value: application.territory_code ? <PlaceName view={view} code={application.territory_code} /> : null },
        application.submitted_at && application.applicant !== 'organization' && { label: words('application.age'), value: application.age === null ? null : <Num view={view} value={application.age} /> },
        application.submitted_at && { label: words('application.sex'), value: application.sex ? words(`sex.${application.sex}`) : null },
        application.submitted_at && { label: words('application.stage'), value: application.stage ? words(`stage.${application.stage}`) : null },
        application.submitted_at && { label: words('quotas'), value: quotas.length ? <ul className="plain">{quotas.map(({ id, names }) => <li key={id}><Said view={view} value={names} /></li>)}</ul> : words('quotas.none') },
      ]} />
    </Card>
  );
};

/** What the call asks for and what came of it. */
const PapersCard = ({ view, sheet: { application, call, papers } }: { view: View; sheet: Sheet }): ReactNode => {
  const words = applicantWords(view);
  return (
    <Card title={words('papers')}>
      <PaperList view={view} asked={call.papers} handed={papers} />
      <Buttons><LinkButton kind="quiet" icon="folder" href={`/applications/${application.id}/papers`}>{words('papers.open')}</LinkButton></Buttons>
    </Card>
  );
};

/** Who stands behind it, by name where her own row opens; otherwise how many. */
const Behind = ({ view, sheet: { behind, persons, body } }: { view: View; sheet: Sheet }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('application.behind', { count: persons })}>
      {body ? <p><OrganizationName view={view} organization={body} /></p> : null}
      {behind.length === 0 ? <p className="soft">{words('application.unnamed')}</p> : (
        <ul className="found">{behind.slice(0, 20).map(({ card, part }) => <li key={card.id}><PersonLine view={view} person={card} />{part === 'lead' && persons > 1 ? <span className="soft">{words('application.leads')}</span> : null}</li>)}</ul>
      )}
      {behind.length > 20 ? <p className="soft">{words('application.more', { count: behind.length - 20 })}</p> : null}
    </Card>
  );
};

/** What each automatic criterion gave, and which answer gave it. */
const Points = ({ view, sheet: { points, criteria, questions } }: { view: View; sheet: Sheet }): ReactNode => {
  const words = callWords(view);
  return (
    <Card>
      <Table
        view={view} caption={words('application.points')} showCaption rows={points} rowKey={({ criterion }) => criterion}
        columns={[
          { key: 'criterion', label: words('criterion'), cell: ({ criterion }) => <Said view={view} value={criteria.find(({ code }) => code === criterion)?.names ?? { en: criterion }} /> },
          {
            key: 'why', label: words('application.why'), cell: ({ why }) => {
              const question = questions.find(({ code }) => code === why.reads);
              const reads = question ? <Said view={view} value={question.labels} /> : words(`reads.${registerReads.find((one) => one === why.reads) ?? 'stage'}`);
              return <>{reads} · {'answer' in why ? (why.answer === null ? words('application.no_answer') : <AnswerName view={view} reads={why.reads} is={String(why.answer)} question={question} />) : words('application.sealed_answer')}</>;
            },
          },
          { key: 'points', label: words('criterion.points'), numeric: true, cell: ({ points: given }) => <Num view={view} value={given} /> },
        ]}
      />
    </Card>
  );
};

const Withdraw = ({ visit: { view, values, errors }, at }: { visit: Visit<View>; at: string }): ReactNode => {
  const words = callWords(view);
  const f = { view, values, errors };
  return (
    <details className="card">
      <summary>{words('withdraw')}</summary>
      <Form {...f} action={at}>
        <p className="soft">{words('withdraw.says')}</p>
        <SelectField {...f} required name="reason" label={words('withdraw.why')} choices={withdrawReasons.map((value) => ({ value, label: words(`withdraw.${value}`) }))} />
        <Button kind="danger" icon="cross">{words('withdraw.do')}</Button>
      </Form>
    </details>
  );
};
