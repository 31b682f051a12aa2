import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { nameIn, Names, Years } from '../shown.tsx';
import { programmeWords } from '../words.ts';
import { type CommitteeSheet, committeeSheet } from './committees.query.ts';
import { beginAction } from './follow-action.ts';
import { seatLabel } from './seat-label.ts';

interface Part { readonly view: View; readonly sheet: CommitteeSheet }
const late = { open: 'clay', in_progress: 'door', done: 'olive', dropped: 'door' } as const;

/** One committee: what it follows first, its meetings with what was decided, who sits in it. */
export const committeePage = definePage<View>({
  path: '/committees/:committee',
  audience: 'staff',
  needs: 'programme.committee-sheet',
  show: async (visit: Visit<View>) => {
    const { view, params } = visit;
    const words = programmeWords(view);
    const sheet = await visit.ask(committeeSheet, { committee: params.committee! });
    const part = { view, sheet };
    const buttons = sheet.mine ? (
      <>
        <LinkButton icon="plus" href={`/committees/${sheet.id}/meeting`}>{words('meeting.new')}</LinkButton>
        <LinkButton kind="quiet" icon="check" href={`/committees/${sheet.id}/close`}>{words('committee.close')}</LinkButton>
      </>
    ) : null;
    return {
      title: nameIn(view, sheet.names),
      body: (
        <Stack>
          <PageTitle lede={words(`kind.${sheet.kind}`)} actions={buttons} back={{ href: '/committees', label: words('committees.title') }}><Names view={view} of={sheet.names} /></PageTitle>
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('committee.of'), value: sheet.hubNames ? <Names view={view} of={sheet.hubNames} /> : sheet.territory ? <PlaceName view={view} code={sheet.territory} /> : words('network') },
              sheet.programmeNames !== null && { label: words('level.programme'), value: <Names view={view} of={sheet.programmeNames!} /> },
              { label: words('quorum'), value: <Num view={view} value={sheet.quorum} /> },
              { label: words('years'), value: <Years view={view} from={sheet.openedOn} to={sheet.closedOn} /> },
            ]} />
          </Card>
          <Actions {...part} />
          <Meetings {...part} />
          <Seats {...part} />
        </Stack>
      ),
    };
  },
});

const Actions = ({ view, sheet }: Part): ReactNode => {
  const words = programmeWords(view);
  const seats = new Map(sheet.seats.map((seat) => [seat.id, seat]));
  return (
    <Card title={words('actions')}>
      {sheet.actions.length === 0 ? <p className="soft">{words('actions.none')}</p> : null}
      {sheet.actions.length === 0 ? null : <Table view={view} caption={words('actions')} rows={sheet.actions} rowKey={({ id }) => id} columns={[
        { key: 'what', label: words('action.what'), cell: ({ number, what, outcome }) => <div><Ltr>{String(number)}</Ltr> · <Bdi>{what}</Bdi>{outcome ? <div className="soft"><Bdi>{outcome}</Bdi></div> : null}</div> },
        { key: 'who', label: words('action.who'), cell: ({ member }) => <Bdi>{member && seats.has(member) ? seatLabel(view, seats.get(member)!) : ''}</Bdi> },
        { key: 'due', label: words('action.due'), cell: ({ dueOn, closedOn }) => <CalendarDate view={view} value={closedOn ?? dueOn} /> },
        { key: 'state', label: words('state'), cell: (row) => <>{row.late ? <Badge tone="rose">{words('action.late')}</Badge> : <Badge tone={late[row.state]}>{words(`action.${row.state}`)}</Badge>}</> },
        { key: 'do', label: words('action.do'), cell: (row) => (sheet.mine && row.closedOn === null ? (
          <div>
            {row.state === 'open' ? <PostButton view={view} kind="quiet" action={`/committees/${sheet.id}/actions/${row.id}/begin`}>{words('action.begin')}</PostButton> : null}
            <a href={`/committees/${sheet.id}/actions/${row.id}/close`}>{words('action.close')}</a>
          </div>
        ) : null) },
      ]} />}
      {sheet.mine ? <LinkButton kind="quiet" icon="plus" href={`/committees/${sheet.id}/action`}>{words('action.new')}</LinkButton> : null}
    </Card>
  );
};

const Meetings = ({ view, sheet }: Part): ReactNode => {
  const words = programmeWords(view);
  return (
    <Card title={words('meetings')}>
      {sheet.meetings.length === 0 ? <p className="soft">{words('meetings.none')}</p> : null}
      {sheet.meetings.map((meeting) => (
        <section key={meeting.id}>
          <h3>{words('meeting.n', { number: meeting.number })} · <CalendarDate view={view} value={meeting.heldOn} /></h3>
          <p>
            {meeting.quorumReached ? <Badge tone="olive">{words('quorum.reached')}</Badge> : <Badge tone="saffron" icon="warning">{words('quorum.missed')}</Badge>}{' '}
            {words('meeting.present', { present: meeting.present, quorum: meeting.quorum })}{meeting.place ? <> · <Bdi>{meeting.place}</Bdi></> : null}
          </p>
          {meeting.decisions.length ? (
            <ol>{meeting.decisions.map((one) => <li key={one.number}><Bdi>{one.decided}</Bdi> {one.about ? <Ltr>{one.about}</Ltr> : null} <span className="soft">{words('votes', { votesFor: one.votesFor, against: one.votesAgainst, abstained: one.abstained })}</span></li>)}</ol>
          ) : null}
          {meeting.minutes ? <details><summary>{words('minutes')}</summary><div lang={meeting.language}><FreeText text={meeting.minutes} /></div></details> : null}
        </section>
      ))}
    </Card>
  );
};

const Seats = ({ view, sheet }: Part): ReactNode => {
  const words = programmeWords(view);
  return (
    <Card title={words('seats')}>
      {sheet.seats.length === 0 ? <p className="soft">{words('seats.none')}</p> : null}
      <ul>
        {sheet.seats.map((seat) => (
          <li key={seat.id}>
            <Bdi>{seatLabel(view, seat)}</Bdi> {seat.votes ? <Badge>{words('votes.yes')}</Badge> : null} <span className="soft"><Years view={view} from={seat.since} to={seat.until} /></span>{' '}
            {sheet.mine && seat.until === null ? <a href={`/committees/${sheet.id}/members/${seat.id}/end`}>{words('member.end')}</a> : null}
          </li>
        ))}
      </ul>
      {sheet.mine ? <LinkButton kind="quiet" icon="plus" href={`/committees/${sheet.id}/member`}>{words('member.new')}</LinkButton> : null}
    </Card>
  );
};

/** The one press of the sheet: work on an action has begun. */
export const beginActionPost = definePage<View>({
  path: '/committees/:committee/actions/:action/begin', audience: 'staff', needs: 'programme.begin-action',
  post: { action: beginAction, input: ({ params }) => params, leadsTo: ({ committee }) => `/committees/${committee}`, again: committeePage },
});
