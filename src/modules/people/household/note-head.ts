import type { Doing } from '#core/action.ts';
import type { PeopleTables } from '../people.ts';
import { snapshotOf } from '../person/snapshot.ts';

/** Notes that from now on she carries a home, or no longer does; the event says her sex, age band and place, ready to be counted (domain.md 0.16). */
export async function noteHead(doing: Doing<PeopleTables>, household: string, person: string, head: boolean): Promise<void> {
  await doing.record({ name: 'household-head-noted', subject: household, person, body: { ...(await snapshotOf(doing.tx, { person }, doing.now)), head } });
}
