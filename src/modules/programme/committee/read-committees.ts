import type { Asking } from '#core/action.ts';
import { accountNames, dayHere, hubsOf, organizationsByIds } from '#modules/network/public.ts';
import type { ProgrammeTables } from '../programme.ts';

/** The committees the reader may see, with how many actions wait in each and how many of them are late. */
export async function readCommittees(asking: Asking<ProgrammeTables>, only?: string) {
  const { tx, network } = asking;
  const rows = await tx
    .selectFrom('programme.committee as committee')
    .leftJoin('programme.programme as programme', (join) => join.onRef('programme.network_id', '=', 'committee.network_id').onRef('programme.id', '=', 'committee.programme_id'))
    .select(['committee.id', 'committee.kind', 'committee.names', 'committee.quorum', 'committee.hub_id as hub', 'committee.territory_code as territory', 'committee.opened_on as openedOn', 'committee.closed_on as closedOn', 'programme.id as programme', 'programme.names as programmeNames'])
    .where('committee.network_id', '=', network).$if(only !== undefined, (q) => q.where('committee.id', '=', only!))
    .orderBy('committee.closed_on', (by) => by.desc().nullsFirst()).orderBy('committee.opened_on').orderBy('committee.id').execute();
  if (rows.length === 0) return [];
  const hubs = rows.some(({ hub }) => hub) ? new Map((await hubsOf(tx)).map(({ id, names }) => [id, names])) : new Map<string, never>();
  const today = await dayHere(asking);
  const waiting = await tx
    .selectFrom('programme.followed_action').select((eb) => ['committee_id', eb.fn.countAll<bigint>().as('open'), eb.fn.countAll<bigint>().filterWhere('due_on', '<', today).as('late')])
    .where('network_id', '=', network).where('state', 'in', ['open', 'in_progress']).where('committee_id', 'in', rows.map(({ id }) => id)).groupBy('committee_id').execute();
  return rows.map((row) => {
    const mine = waiting.find(({ committee_id }) => committee_id === row.id);
    return { ...row, hubNames: (row.hub && hubs.get(row.hub)) || null, open: Number(mine?.open ?? 0n), late: Number(mine?.late ?? 0n) };
  });
}

/** The seats of a committee, with the name of the body and of the colleague who sits for it; those who left come last. */
export async function readSeats({ tx, network }: Asking<ProgrammeTables>, committee: string) {
  const rows = await tx
    .selectFrom('programme.committee_member').select(['id', 'organization_id as organization', 'account_id as account', 'seat', 'votes', 'since', 'until'])
    .where('network_id', '=', network).where('committee_id', '=', committee)
    .orderBy('until', (by) => by.desc().nullsFirst()).orderBy('since').orderBy('id').execute();
  const bodies = new Map((await organizationsByIds(tx, rows.flatMap(({ organization }) => organization ?? []))).map(({ id, names }) => [id, names]));
  const colleagues = await accountNames(tx, rows.flatMap(({ account }) => account ?? []));
  return rows.map((row) => ({ ...row, names: bodies.get(row.organization ?? '') ?? {}, colleague: colleagues.get(row.account ?? '') ?? null }));
}

/** Its meetings, newest first, with who was there and what was decided. */
export async function readMeetings({ tx, network }: Asking<ProgrammeTables>, committee: string) {
  const of = { network_id: network, committee_id: committee };
  const meetings = await tx
    .selectFrom('programme.meeting').select(['id', 'number', 'held_on as heldOn', 'place', 'quorum', 'present', 'quorum_reached as quorumReached', 'minutes', 'language'])
    .where('network_id', '=', of.network_id).where('committee_id', '=', of.committee_id).orderBy('number', 'desc').execute();
  const presences = await tx.selectFrom('programme.presence').select(['meeting_id as meeting', 'member_id as member']).where('network_id', '=', network).where('committee_id', '=', committee).execute();
  const decisions = await tx
    .selectFrom('programme.decision').select(['meeting_id as meeting', 'number', 'decided', 'about', 'votes_for as votesFor', 'votes_against as votesAgainst', 'abstained'])
    .where('network_id', '=', network).where('committee_id', '=', committee).orderBy('number').execute();
  return meetings.map((meeting) => ({
    ...meeting, there: presences.filter((each) => each.meeting === meeting.id).map(({ member }) => member), decisions: decisions.filter((each) => each.meeting === meeting.id),
  }));
}

/** What is to be done, what waits longest first; what is over comes last. */
export async function readActions(asking: Asking<ProgrammeTables>, committee: string) {
  const { tx, network } = asking;
  const rows = await tx
    .selectFrom('programme.followed_action').select(['id', 'number', 'what', 'member_id as member', 'meeting_id as meeting', 'due_on as dueOn', 'state', 'closed_on as closedOn', 'outcome'])
    .where('network_id', '=', network).where('committee_id', '=', committee).orderBy('closed_on', (by) => by.desc().nullsFirst()).orderBy('due_on').orderBy('number').execute();
  const today = await dayHere(asking);
  return rows.map((row) => ({ ...row, late: row.closedOn === null && row.dueOn < today }));
}
