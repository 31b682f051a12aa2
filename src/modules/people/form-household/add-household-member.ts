import { z } from 'zod';
import { choice, id, yes } from '#core/input.ts';
import { householdTies } from '../household/household-tables.ts';
import { joinHousehold } from '../household/join-household.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** Adds somebody to a household; nobody lives in two, and one person at most carries it. */
export const addHouseholdMember = action({
  name: 'add-household-member',
  says: 'Adds a person to a household.',
  input: z.strictObject({ household: id(), person: id(), tie: choice(householdTies), head: yes() }),
  refuses: ['already-in-household', 'second-head'],
  run: async (doing, joining) => {
    const { tx, network, hub } = doing;
    if (!(await personCard(tx, joining.person))) doing.absent();
    const household = await tx.selectFrom('people.household').select('id')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', joining.household).executeTakeFirst();
    if (!household) doing.absent();
    if (!(await joinHousehold(doing, joining))) {
      const lives = await tx.selectFrom('people.household_member').select('id').where('network_id', '=', network)
        .where('hub_id', '=', hub).where('person_id', '=', joining.person).where('until', 'is', null).executeTakeFirst();
      doing.refuse(lives ? 'already-in-household' : 'second-head', {}, lives ? 'person' : 'head');
    }
    const { household: home, person, tie, head } = joining;
    await doing.record({ name: 'household-joined', subject: home, person, body: { household: home, tie, head } });
    return { household: home };
  },
});
