import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { PeopleTables } from '../people.ts';
import type { HouseholdTie } from './household-tables.ts';

/** A person as she enters a household. */
export interface Joining {
  readonly household: string;
  readonly person: string;
  readonly tie: HouseholdTie;
  readonly head: boolean;
  /** Since when she lives there; now when not told. */
  readonly since?: Date;
}

/** Writes a member; false when she lives in another household already or the household has a head already. */
export async function joinHousehold({ tx, network, hub, now }: Doing<PeopleTables>, { household, person, tie, head, since = now }: Joining): Promise<boolean> {
  const joined = await tx.insertInto('people.household_member').values({
    network_id: network, id: newId(), hub_id: hub, household_id: household, person_id: person, tie, head, since, until: null,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return Number(joined.numInsertedOrUpdatedRows) === 1;
}
