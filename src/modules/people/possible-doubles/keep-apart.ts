import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../people.ts';
import { peopleByIds } from '../person/person-card.ts';

/** Says that two files are two persons, with the reason, whether a walk found them or not. The two are never proposed again. */
export const keepApart = action({
  name: 'keep-apart',
  says: 'Says that two files that look alike are two persons.',
  input: z.strictObject({ a: id(), b: id(), why: text(500) }),
  refuses: ['already-apart'],
  run: async ({ tx, network, hub, now, actor, record, refuse, absent }, { a, b, why }) => {
    const [first, second] = [a, b].sort() as [string, string];
    const cards = await peopleByIds(tx, [first, second]);
    if (first === second || !cards.has(first) || !cards.has(second)) return absent();
    const verdict = { state: 'apart' as const, decided_by: actor.account ?? absent(), decided_at: now, decided_why: why };
    const { numInsertedOrUpdatedRows: kept } = await tx.insertInto('people.possible_double')
      .values({ network_id: network, hub_id: hub, first_id: first, second_id: second, score: 0, reasons: [], found_at: now, ...verdict })
      .onConflict((same) => same.columns(['network_id', 'hub_id', 'first_id', 'second_id']).doUpdateSet(verdict).where('people.possible_double.state', '=', 'open'))
      .executeTakeFirstOrThrow();
    if (kept !== 1n) refuse('already-apart');
    for (const [person, other] of [[first, second], [second, first]] as const) {
      await record({ name: 'persons-kept-apart', subject: person, person, body: { other } });
    }
    return { first, second };
  },
});
