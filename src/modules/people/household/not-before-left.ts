import type { Asking } from '#core/action.ts';
import type { PeopleTables } from '../people.ts';

/** Refuses a day on which she still lived in an earlier home: nobody lives in two homes at a time, in the past neither. */
export async function notBeforeLeft({ tx, network, hub, refuse }: Asking<PeopleTables>, person: string, since: Date): Promise<void> {
  const earlier = await tx.selectFrom('people.household_member').select('until').where('network_id', '=', network).where('hub_id', '=', hub)
    .where('person_id', '=', person).where('until', '>', since).executeTakeFirst();
  if (earlier) refuse('lived-elsewhere-then', {}, 'since');
}
