import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { Faces } from '#ui/faces.tsx';
import { HiddenField, TextArea } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { complaintKinds } from '../complaint/complaint-kind.ts';
import { receiveComplaint } from '../complaint/receive-complaint.ts';
import { referralWords } from '../referral-words.ts';
import { assessExperience } from './assess-experience.ts';
import { assessmentToMake } from './assessment-to-make.query.ts';

/** The screen turned to the user: five faces for the visit and for each service where she was received, and a place to complain. */
export const assessmentPage = definePage<View>({
  path: '/desk/tickets/:ticket/assessment',
  audience: 'staff',
  needs: 'desk.assessment-to-make',
  show: showAssessment,
  post: {
    action: assessExperience,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/assessment?kept=faces`,
  },
});

/** Where a complaint or suggestion is posted; the next screen shows none of its words. */
export const complaintButton = definePage<View>({
  path: '/desk/tickets/:ticket/complaint',
  audience: 'staff',
  needs: 'desk.receive-complaint',
  post: {
    action: receiveComplaint,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}/assessment?kept=complaint`,
    again: assessmentPage,
  },
});

async function showAssessment(visit: Visit<View>) {
  const { view, params, search } = visit;
  const words = referralWords(view);
  const left = await visit.ask(assessmentToMake, { ticket: params.ticket! });
  const f = { view, values: visit.values, errors: visit.refusal ? {} : visit.errors };
  const about = typeof visit.values.referral === 'string' ? visit.values.referral : null;
  const says = visit.may('desk.assess-experience');
  return {
    title: words('assess.title'),
    body: (
      <Stack>
        <PageTitle lede={words('assess.lede')} back={{ href: `/desk/tickets/${params.ticket}`, label: words('assess.back') }}>{words('assess.title')}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {search.kept === 'faces' ? <Notice view={view} kind="success">{words('assess.thanks')}</Notice> : null}
        {search.kept === 'complaint' ? <Notice view={view} kind="success">{words('complaint.kept')}</Notice> : null}
        {says && left.visit ? <Asked f={about ? { ...f, errors: {} } : f} ticket={params.ticket!} question={words('assess.visit')} /> : null}
        {says ? left.served.map(({ referral, names }) => (
          <Asked
            key={referral} f={about === referral ? f : { ...f, errors: {} }} ticket={params.ticket!} referral={referral}
            question={words('assess.service', { name: inLanguage(names, view.locale.lang).text })}
          />
        )) : null}
        {!left.visit && left.served.length === 0 ? <p className="soft">{words('assess.nothing')}</p> : null}
        {says ? <Complaining f={f} ticket={params.ticket!} /> : null}
      </Stack>
    ),
  };
}

const Asked = ({ f, ticket, referral, question }: { f: FormState; ticket: string; referral?: string; question: string }): ReactNode => (
  <Card>
    <Form {...f} action={`/desk/tickets/${ticket}/assessment`}>
      {referral ? <HiddenField name="referral" value={referral} /> : null}
      <Faces {...f} required name="faces" label={question} />
      <Button icon="check">{referralWords(f.view)('assess.send')}</Button>
    </Form>
  </Card>
);

const Complaining = ({ f, ticket }: { f: FormState; ticket: string }): ReactNode => {
  const words = referralWords(f.view);
  const mine = { ...f, errors: 'faces' in f.errors ? {} : f.errors };
  return (
    <details className="card" open={Object.keys(mine.errors).length > 0}>
      <summary>{words('complaint.new')}</summary>
      <p className="soft">{words('complaint.new_help')}</p>
      <Form {...mine} action={`/desk/tickets/${ticket}/complaint`}>
        <Radios {...mine} required name="kind" label={words('complaint.kind')} choices={complaintKinds.map((kind) => ({ value: kind, label: words(`complaint.kind_${kind}`) }))} />
        <TextArea {...mine} required name="words" label={words('complaint.words')} rows={5} maxLength={4000} />
        <Checkbox {...mine} unmarked name="named" label={words('complaint.named')} />
        <Button icon="message">{words('complaint.send')}</Button>
      </Form>
    </details>
  );
};
