import { z } from 'zod';
import { choice, id, isoDate, maybe, yes } from '#core/input.ts';
import { householdTies } from '../household/household-tables.ts';
import { notBeforeLeft } from '../household/not-before-left.ts';
import { noteHead } from '../household/note-head.ts';
import { toldDay } from '../household/told-day.ts';
import { joinHousehold } from '../household/join-household.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** Adds somebody to a household; nobody lives in two, and one person at most carries it. */
export const addHouseholdMember = action({
  name: 'add-household-member',
  says: 'Adds a person to a household.',
  input: z.strictObject({ household: id(), person: id(), tie: choice(householdTies), head: yes(), since: maybe(isoDate()) }),
  refuses: ['already-in-household', 'second-head', 'day-to-come', 'lived-elsewhere-then'],
  run: async (doing, { since: day, ...joining }) => {
    const { tx, network, hub } = doing;
    if (!(await personCard(tx, joining.person))) doing.absent();
    const household = await tx.selectFrom('people.household').select('id')
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', joining.household).executeTakeFirst();
    if (!household) doing.absent();
    const since = await toldDay(doing, day, 'since');
    await notBeforeLeft(doing, joining.person, since);
    if (!(await joinHousehold(doing, { ...joining, since }))) {
      const lives = await tx.selectFrom('people.household_member').select('id').where('network_id', '=', network)
        .where('hub_id', '=', hub).where('person_id', '=', joining.person).where('until', 'is', null).executeTakeFirst();
      doing.refuse(lives ? 'already-in-household' : 'second-head', {}, lives ? 'person' : 'head');
    }
    const { household: home, person, tie, head } = joining;
    await doing.record({ name: 'household-joined', subject: home, person, body: { household: home, tie, head } });
    if (head) await noteHead(doing, home, person, true);
    return { household: home };
  },
});
