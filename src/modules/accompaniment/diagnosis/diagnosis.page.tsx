import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import { domains, isOpen } from '../codes.ts';
import { caseWords } from '../words.ts';
import { makeDiagnosis, planFromDiagnosis } from './diagnoses.ts';
import { sessionsFor } from './weak-domains.ts';

/** How strong the body is in each domain, the last two looks side by side, and a plan made of what is weak. */
export const diagnosisPage = caseTab({
  side: 'diagnosis',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const works = isOpen(sheet.state) && may('accompaniment.make-diagnosis');
    return {
      aside: works && sheet.kind === 'organization' ? <NewDiagnosis visit={visit} sheet={sheet} /> : null,
      body: (
        <>
          {sheet.diagnoses.length ? <SideBySide view={view} sheet={sheet} /> : <Card><p className="soft">{words('diagnosis.none')}</p></Card>}
          {works ? <WeakOnes view={view} sheet={sheet} /> : null}
        </>
      ),
    };
  },
  action: makeDiagnosis,
});

const SideBySide = ({ view, sheet }: { view: View; sheet: CaseSheet }): ReactNode => {
  const words = caseWords(view);
  const [first, last] = [sheet.diagnoses[0]!, sheet.diagnoses.at(-1)!];
  const looks = first === last ? [last] : [first, last];
  return (
    <Table
      view={view} caption={words('tab.diagnosis')} showCaption rows={domains} rowKey={(domain) => domain}
      columns={[
        { key: 'domain', label: words('diagnosis.domain'), cell: (domain) => words(`area.${domain}`) },
        ...looks.map((look) => ({
          key: look.id, label: words(look === last ? 'diagnosis.last' : 'diagnosis.first'), numeric: true,
          cell: (domain: (typeof domains)[number]) => (look.scores[domain] === undefined ? '' : <Num view={view} value={look.scores[domain]!} />),
        })),
        ...(looks.length > 1 ? [{ key: 'change', label: words('diagnosis.change'), numeric: true, cell: (domain: (typeof domains)[number]) => changeOf(view, first.scores[domain], last.scores[domain]) }] : []),
      ]}
    />
  );
};

const changeOf = (view: View, before: number | undefined, after: number | undefined): string => {
  if (before === undefined || after === undefined) return '';
  return caseWords(view)('diagnosis.by', { by: after - before });
};

const WeakOnes = ({ view, sheet }: { view: View; sheet: CaseSheet }): ReactNode => {
  const words = caseWords(view);
  const last = sheet.diagnoses.at(-1);
  const weak = last ? sessionsFor(last.scores).filter(({ domain }) => !sheet.goals.some((goal) => goal.area === domain && goal.state === 'open')) : [];
  if (!last || weak.length === 0) return null;
  return (
    <Card title={words('diagnosis.plan')}>
      <ul>{weak.map(({ domain, sessions }) => <li key={domain}>{words('diagnosis.sessions', { area: words(`area.${domain}`), sessions })}</li>)}</ul>
      <p className="soft"><OnDate view={view} value={last.madeAt} /></p>
      <PostButton view={view} action={`/cases/${sheet.id}/diagnosis/plan`} icon="list">{words('diagnosis.make_plan')}</PostButton>
    </Card>
  );
};

const NewDiagnosis = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('diagnosis.new')}>
      <p className="soft">{words('diagnosis.scale')}</p>
      <Form {...f} action={`/cases/${sheet.id}/diagnosis`}>
        {domains.map((domain) => <Radios key={domain} {...f} unmarked name={`scores.${domain}`} label={words(`area.${domain}`)} choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))} />)}
        <Button icon="check">{words('keep')}</Button>
      </Form>
    </Card>
  );
};

/** The button that makes a plan of what is weak, in the words of whoever presses it. */
export const planFromDiagnosisPage = definePage<View>({
  path: '/cases/:case/diagnosis/plan',
  audience: 'staff',
  needs: 'accompaniment.plan-from-diagnosis',
  post: {
    action: planFromDiagnosis, again: diagnosisPage,
    input: ({ params, view }) => ({
      case: params.case,
      wording: Object.fromEntries(domains.map((domain) => [domain, {
        goal: caseWords(view)('diagnosis.goal', { area: caseWords(view)(`area.${domain}`) }).replace(/[\u2068\u2069]/g, ''),
        session: caseWords(view)('diagnosis.session', { area: caseWords(view)(`area.${domain}`) }).replace(/[\u2068\u2069]/g, ''),
      }])),
    }),
    leadsTo: (_, { params }) => `/cases/${params.case}/plan`,
  },
});
