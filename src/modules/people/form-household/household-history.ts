import { z } from 'zod';
import { id } from '#core/input.ts';
import { type HouseholdMember, membersOf } from '../household/household-of.ts';
import { personGroup } from '../identity/person-group.ts';
import { query } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** One stay of a person in a home: with whom, from when, until when. */
export interface Stay {
  readonly household: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly members: readonly HouseholdMember[];
}

/** The homes in which this hub knows a person to have lived, the newest first, each with everybody who lives or lived there. */
export const householdHistory = query({
  name: 'household-history',
  says: 'Shows in which homes a person has lived, with whom and when.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, absent }, { person }): Promise<{ stays: readonly Stay[] }> => {
    if (!(await personCard(tx, person))) absent();
    const stays = await tx.selectFrom('people.household_member').select(['household_id as household', 'since', 'until']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).orderBy('since', 'desc').orderBy('id', 'desc').execute();
    return { stays: await Promise.all(stays.map(async (stay) => ({ ...stay, members: await membersOf(tx, network, [stay.household]) }))) };
  },
});
