import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { PeopleTables } from '../people.ts';
import { joinHousehold } from './join-household.ts';

/** Opens a household with this person as its first member; answers its id, or undefined when she lives in one already. */
export async function startHousehold(doing: Doing<PeopleTables>, person: string, head = true): Promise<string | undefined> {
  const household = newId(doing.now.getTime());
  await doing.tx.insertInto('people.household')
    .values({ network_id: doing.network, id: household, hub_id: doing.hub, since: doing.now }).execute();
  if (!(await joinHousehold(doing, { household, person, tie: 'self', head }))) return undefined;
  await doing.record({ name: 'household-formed', subject: household, person, body: { head } });
  return household;
}
