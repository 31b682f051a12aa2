import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { PeopleTables } from '../people.ts';
import { joinHousehold } from './join-household.ts';
import { noteHead } from './note-head.ts';

/** Opens a household with this person as its first member; answers its id, or undefined when she lives in one already. */
export async function startHousehold(doing: Doing<PeopleTables>, person: string, head = true, since = doing.now): Promise<string | undefined> {
  const household = newId(doing.now.getTime());
  await doing.tx.insertInto('people.household')
    .values({ network_id: doing.network, id: household, hub_id: doing.hub, since }).execute();
  if (!(await joinHousehold(doing, { household, person, tie: 'self', head, since }))) return undefined;
  await doing.record({ name: 'household-formed', subject: household, person, body: { head } });
  if (head) await noteHead(doing, household, person, true);
  return household;
}
