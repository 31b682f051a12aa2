import { z } from 'zod';
import { id, isoDate, maybe, yes } from '#core/input.ts';
import { startHousehold } from '../household/start-household.ts';
import { notBeforeLeft } from '../household/not-before-left.ts';
import { toldDay } from '../household/told-day.ts';
import { action } from '../people.ts';
import { personCard } from '../person/person-card.ts';

/** Notes that a person has a household of her own, and whether she carries it (domain.md 0.16). */
export const formHousehold = action({
  name: 'form-household',
  says: 'Opens a household with a person as its first member.',
  input: z.strictObject({ person: id(), head: yes(), since: maybe(isoDate()) }),
  refuses: ['already-in-household', 'day-to-come', 'lived-elsewhere-then'],
  run: async (doing, { person, head, since: day }) => {
    if (!(await personCard(doing.tx, person))) doing.absent();
    const since = await toldDay(doing, day, 'since');
    await notBeforeLeft(doing, person, since);
    const household = (await startHousehold(doing, person, head, since)) ?? doing.refuse('already-in-household');
    return { household };
  },
});
