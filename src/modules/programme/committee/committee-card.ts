import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { CommitteeKind } from '../codes.ts';
import type { ProgrammeTables } from '../programme.ts';

/** What other parts say of a committee. */
export interface CommitteeCard {
  readonly id: string;
  readonly kind: CommitteeKind;
  readonly names: Multilingual;
  readonly hub: string | null;
  readonly territory: string | null;
  readonly open: boolean;
}

/** A meeting that was held: only one with quorum may decide anything. */
export interface MeetingCard {
  readonly id: string;
  readonly committee: string;
  readonly kind: CommitteeKind;
  readonly number: number;
  readonly heldOn: string;
  readonly quorumReached: boolean;
  readonly hub: string | null;
  readonly territory: string | null;
  /** Who named the committee and who wrote its minutes, as accounts. */
  readonly namedBy: string | null;
  readonly writtenBy: string | null;
  /** References of the grants its decisions name, with one space between. */
  readonly about: string | null;
}

const inNetwork = sql<string>`nullif(current_setting('app.network', true), '')::uuid`;

/** The open committees of one kind that the reader may see; with a hub, those of that hub only. */
export const committeesOf = async (tx: AnyTx, { kind, hub }: { kind: CommitteeKind; hub?: string }): Promise<CommitteeCard[]> =>
  (await within<ProgrammeTables>(tx)
    .selectFrom('programme.committee').select(['id', 'kind', 'names', 'hub_id as hub', 'territory_code as territory'])
    .where('network_id', '=', inNetwork).where('kind', '=', kind).where('closed_on', 'is', null)
    .$if(hub !== undefined, (q) => q.where('hub_id', '=', hub!)).orderBy('opened_on').orderBy('id').execute()).map((row) => ({ ...row, open: true }));

/** One committee that the reader may see, or nothing. */
export async function committeeOf(tx: AnyTx, id: string): Promise<CommitteeCard | undefined> {
  const row = await within<ProgrammeTables>(tx)
    .selectFrom('programme.committee').select(['id', 'kind', 'names', 'hub_id as hub', 'territory_code as territory', 'closed_on'])
    .where('network_id', '=', inNetwork).where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { closed_on, ...card } = row;
  return { ...card, open: closed_on === null };
}

/** One meeting that the reader may see, or nothing. */
export const meetingCard = (tx: AnyTx, meeting: string): Promise<MeetingCard | undefined> => meetings(tx).where('meeting.id', '=', meeting).executeTakeFirst();

/** The meetings of one committee, newest first. */
export const meetingsOf = (tx: AnyTx, committee: string): Promise<MeetingCard[]> =>
  meetings(tx).where('meeting.committee_id', '=', committee).orderBy('meeting.number', 'desc').execute();

const meetings = (tx: AnyTx) =>
  within<ProgrammeTables>(tx)
    .selectFrom('programme.meeting as meeting')
    .innerJoin('programme.committee as committee', (join) => join.onRef('committee.network_id', '=', 'meeting.network_id').onRef('committee.id', '=', 'meeting.committee_id'))
    .select(['meeting.id', 'meeting.committee_id as committee', 'committee.kind', 'meeting.number', 'meeting.held_on as heldOn', 'meeting.quorum_reached as quorumReached', 'committee.hub_id as hub', 'committee.territory_code as territory',
      'committee.set_by as namedBy', 'meeting.set_by as writtenBy',
      sql<string | null>`(select string_agg(d.about, ' ') from programme.decision d where d.network_id = meeting.network_id and d.meeting_id = meeting.id)`.as('about')])
    .where('meeting.network_id', '=', inNetwork);
