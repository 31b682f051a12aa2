import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { FreeText, PersonName } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { referralWords } from '../referral-words.ts';
import { answerComplaint } from './answer-complaint.ts';
import { complaintList } from './complaint-list.query.ts';

/** The manager's own page: what users complained of or proposed, with the day by which an answer is due. */
export const complaintsPage = definePage<View>({
  path: '/complaints',
  audience: 'staff',
  needs: 'desk.complaint-list',
  menu: { label: (reader) => referralWords(reader)('menu.complaints'), order: 60, group: 'people', icon: 'message' },
  show: showComplaints,
});

/** Where an answer is posted. */
export const answerComplaintButton = definePage<View>({
  path: '/complaints/:complaint/answer',
  audience: 'staff',
  needs: 'desk.answer-complaint',
  post: { action: answerComplaint, input: ({ params }) => ({ complaint: params.complaint }), leadsTo: () => '/complaints', again: complaintsPage },
});

type Complaint = Awaited<ReturnType<(typeof complaintList)['spec']['run']>>[number];

async function showComplaints(visit: Visit<View>) {
  const { view, search } = visit;
  const words = referralWords(view);
  const state = search.state === 'answered' ? 'answered' : 'open';
  const complaints = await visit.ask(complaintList, { state });
  return {
    title: words('complaint.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle lede={words('complaint.lede')}>{words('complaint.title')}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        <Tabs
          view={view} label={words('complaint.title')}
          tabs={(['open', 'answered'] as const).map((side) => ({ href: `/complaints?state=${side}`, label: words(`complaint.${side}`), current: side === state }))}
        />
        {complaints.length === 0 ? <EmptyState title={words('complaint.none')}>{words('complaint.none_text')}</EmptyState> : null}
        {complaints.map((complaint) => <One key={complaint.id} visit={visit} complaint={complaint} />)}
      </Stack>
    ),
  };
}

const One = ({ visit, complaint }: { visit: Visit<View>; complaint: Complaint }): ReactNode => {
  const { view } = visit;
  const words = referralWords(view);
  const again = visit.params.complaint === complaint.id;
  const f = { view, values: again ? visit.values : {}, errors: again ? visit.errors : {} };
  return (
    <Card title={words(`complaint.kind_${complaint.kind}`)}>
      <FreeText text={complaint.words} />
      <Facts
        view={view}
        facts={[
          { label: words('complaint.from'), value: complaint.person ? <PersonName name={complaint.person.name} other={complaint.person.other} /> : words('complaint.anonymous') },
          { label: words('complaint.received'), value: <OnDate view={view} value={complaint.receivedAt} /> },
          {
            label: words('complaint.due'),
            value: <><CalendarDate view={view} value={complaint.dueOn} /> {complaint.late ? <Badge tone="rose">{words('complaint.late')}</Badge> : null}</>,
          },
          complaint.answer ? { label: words('complaint.answer'), value: <FreeText text={complaint.answer} /> } : null,
        ]}
      />
      {complaint.answer === null ? (
        <Form {...f} action={`/complaints/${complaint.id}/answer`}>
          <TextArea {...f} required name="words" label={words('complaint.answer')} rows={3} maxLength={4000} />
          <Button icon="check">{words('complaint.answer_send')}</Button>
        </Form>
      ) : null}
    </Card>
  );
};
