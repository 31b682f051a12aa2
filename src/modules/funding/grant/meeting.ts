import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';

/** A meeting of a committee that had its quorum, among those she may read. */
export interface HeldMeeting {
  readonly id: string;
  readonly committee: Record<string, string>;
  readonly heldOn: string;
}

/** The last meetings with quorum that she may read, newest first; or the one asked for. */
export async function heldMeetings({ tx, network }: Asking<FundingTables>, only?: string): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`select m.id, c.names as committee, to_char(m.held_on, 'YYYY-MM-DD') as "heldOn" from programme.meeting m
    join programme.committee c on c.network_id = m.network_id and c.id = m.committee_id
    where m.network_id = ${network} and m.quorum_reached and (${only ?? null}::uuid is null or m.id = ${only ?? null}::uuid) order by m.held_on desc, m.id limit 100`.execute(tx);
  return rows;
}

/** Did this meeting have its quorum, as far as she may read it? */
export const meetingWithQuorum = async (asking: Asking<FundingTables>, meeting: string): Promise<boolean> => (await heldMeetings(asking, meeting)).length === 1;
