import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, listOf } from '#core/input.ts';
import { action } from '../currency.ts';
import { isOver, knownProgramme } from '../programme/known-programme.ts';
import { whyNotLoad } from '../programme/why-not-load.ts';
import { householdRefusals, judgeHouseholds } from './judge-households.ts';
import { writeAids } from './write-aids.ts';

/** How many households one batch may hold. */
export const MOST_AT_ONCE = 100_000;

/**
 * Proposes aid for one household or many; how much each gets follows from who lives in it. Nothing moves: somebody else grants it. All or none: the first
 * household that may not have it is the reason, with its place in the list. `nobody` when the list is empty or names a person who is not received here.
 */
export const proposeAid = action({
  name: 'propose-aid',
  says: 'Proposes aid of a programme for one or many households.',
  input: z.strictObject({ programme: id(), persons: listOf(id()).pipe(z.array(z.uuid()).max(MOST_AT_ONCE)) }),
  refuses: ['nobody', 'programme-over', 'no-rulebook', 'basis-pending', 'no-budget', ...householdRefusals],
  run: async (doing, { programme: of, persons }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const programme = await knownProgramme(doing, of);
    if (await isOver(doing, programme)) refuse('programme-over');
    // Whoever is promised something must be able to read by which rules.
    const [against] = await whyNotLoad(doing, programme, 0, 0);
    if (against) refuse(against);
    const lines = await judgeHouseholds(doing, programme, persons);
    if (persons.length === 0 || lines.length < persons.length) refuse('nobody', {}, 'persons');
    const wrong = lines.findIndex((line) => line.against);
    if (wrong >= 0) refuse(lines[wrong]!.against!, { code: lines[wrong]!.card.code }, 'persons', { place: wrong });
    const [batch, total] = [newId(now.getTime()), lines.reduce((sum, { amount }) => sum + amount, 0)];
    await tx.insertInto('currency.batch').values({
      network_id: network, id: batch, hub_id: programme.hub_id, programme_id: of, households: lines.length, total_minor: total, state: 'proposed', proposed_by: actor.account ?? absent(), proposed_at: now,
    }).execute();
    await writeAids(doing, { batch, programme: of, hub: programme.hub_id }, lines);
    await record({ name: 'aid-proposed', subject: batch, body: { amount_minor: total, currency: programme.currency, programme: of, households: lines.length } });
    return { batch, households: lines.length, total };
  },
});
