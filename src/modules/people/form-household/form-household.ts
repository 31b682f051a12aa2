import { z } from 'zod';
import { id, yes } from '#core/input.ts';
import { startHousehold } from '../household/start-household.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** Notes that a person has a household of her own, and whether she carries it (domain.md 0.16). */
export const formHousehold = action({
  name: 'form-household',
  says: 'Opens a household with a person as its first member.',
  input: z.strictObject({ person: id(), head: yes() }),
  refuses: ['already-in-household'],
  run: async (doing, { person, head }) => {
    if (!(await personCard(doing.tx, person))) doing.absent();
    const household = (await startHousehold(doing, person, head)) ?? doing.refuse('already-in-household');
    return { household };
  },
});
