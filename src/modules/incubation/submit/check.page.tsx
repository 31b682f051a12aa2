import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { ApplicationHead } from '../application/application-head.tsx';
import { applicationSheet } from '../application/application-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { applicationCheck } from './application-check.query.ts';
import { submitApplication } from './submit-application.ts';

type Check = Awaited<ReturnType<(typeof applicationCheck)['spec']['run']>>;

/** Before it is handed in: what is missing, whether it may take part and why not, what the answers score. Then the button. */
export const checkPage = definePage<View>({
  path: '/applications/:application/check',
  audience: 'staff',
  needs: 'incubation.application-check',
  show: async (visit) => {
    const { view, params } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(applicationSheet, { application: params.application! });
    if (sheet.application.state !== 'draft') {
      return {
        title: words('step.check'), quiet: true,
        body: <Stack><ApplicationHead view={view} application={sheet.application} call={sheet.call} parts={sheet.parts} at="check" /><Notice view={view} kind="warning">{words('refusal.application-handed-in')}</Notice></Stack>,
      };
    }
    const check = await visit.ask(applicationCheck, { application: params.application!, ...(visit.values.born && !visit.errors.born ? { born: visit.values.born } : {}) });
    return {
      title: words('step.check'),
      quiet: true,
      body: (
        <Stack>
          <ApplicationHead view={view} application={sheet.application} call={sheet.call} parts={sheet.parts} at="check" />
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Beside aside={<WouldScore view={view} check={check} />}>
            {check.missing.length ? (
              <Notice view={view} kind="warning" title={words('check.missing')}>
                <ul>{check.missing.map(({ code, labels, part }) => <li key={code}><a href={`/applications/${params.application}/questions?part=${part}#answers.${code}`}><Said view={view} value={labels} /></a></li>)}</ul>
              </Notice>
            ) : null}
            {check.missingPapers.length ? (
              <Notice view={view} kind="warning" title={applicantWords(view)('papers.missing')}>
                <ul>{check.missingPapers.map(({ code, names }) => <li key={code}><a href={`/applications/${params.application}/papers`}><Said view={view} value={names} /></a></li>)}</ul>
              </Notice>
            ) : null}
            {check.reasons.length ? (
              <Notice view={view} kind="warning" title={words('check.not_eligible')}><ul>{check.reasons.map((reason) => <li key={reason}>{words(`not.${reason}`)}</li>)}</ul></Notice>
            ) : <Notice view={view} kind="success">{words('check.eligible')}</Notice>}
            {check.writes && check.missing.length === 0 && check.missingPapers.length === 0 ? <HandIn visit={visit} check={check} /> : null}
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: submitApplication, input: ({ params }) => ({ application: params.application }), leadsTo: (_, { params }) => `/applications/${params.application}?done=1` },
});

const HandIn = ({ visit: { view, values, errors }, check }: { visit: Visit<View>; check: Check }): ReactNode => {
  const words = callWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('check.hand_in')}>
      <p>{words('check.hand_in_says')} <CalendarDate view={view} value={check.call.closesOn} /></p>
      <Form {...f}>
        {check.ageUnsure ? <DateField {...f} name="born" label={words('check.born')} help={words('check.born_help')} /> : null}
        {check.reasons.length ? <Checkbox {...f} unmarked name="anyway" value="yes" label={words('check.anyway')} /> : null}
        <Buttons><Button icon="check">{words('check.do')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const WouldScore = ({ view, check }: { view: View; check: Check }): ReactNode => {
  const words = callWords(view);
  return (
    <Card title={words('check.points')}>
      <Table
        view={view} caption={words('check.points')} rows={check.points} rowKey={({ criterion }) => criterion} empty={<p className="soft">{words('check.no_points')}</p>}
        columns={[
          { key: 'criterion', label: words('criterion'), cell: ({ criterion }) => <Said view={view} value={check.criteria.find(({ code }) => code === criterion)!.names} /> },
          { key: 'points', label: words('criterion.points'), numeric: true, cell: ({ points }) => <Num view={view} value={points} /> },
          { key: 'most', label: words('criterion.most'), numeric: true, cell: ({ criterion }) => <Num view={view} value={check.criteria.find(({ code }) => code === criterion)!.most} /> },
        ]}
      />
      <Facts view={view} facts={[
        check.age !== null && { label: words('application.age'), value: <Num view={view} value={check.age} /> },
        check.countsFor.length > 0 && { label: words('check.quotas'), value: <ul className="plain">{check.quotas.filter(({ id }) => check.countsFor.includes(id)).map(({ id, names }) => <li key={id}><Said view={view} value={names} /></li>)}</ul> },
      ]} />
    </Card>
  );
};
