import { z } from 'zod';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';
import { mostDrawn } from './draw-sample.ts';
import { findings } from './sample-tables.ts';

/** Writes down what was seen when the proof of one drawn event was looked for. A later look is added; the earlier one stays. */
export const writeFinding = action({
  name: 'write-finding',
  says: 'Writes down what an auditor saw when she looked for the proof of a drawn event.',
  input: z.strictObject({ sample: id(), place: wholeNumber(1, mostDrawn), result: choice(findings), note: maybe(text(1_000)) }),
  refuses: ['note-missing'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { sample, place, result, note = null }) => {
    const item = await tx.selectFrom('evidence.sample_item').select('event_id').where('network_id', '=', network).where('hub_id', '=', hub)
      .where('sample_id', '=', sample).where('place', '=', place).executeTakeFirst() ?? absent();
    if (result !== 'seen' && note === null) refuse('note-missing', {}, 'note');
    await tx.insertInto('evidence.sample_finding').values({ network_id: network, id: newId(now.getTime()), sample_id: sample, place, hub_id: hub, result, note, found_at: now, found_by: actor.account }).execute();
    await record({ name: 'proof-looked-for', subject: sample, body: { place, event: item.event_id, result } });
    return { sample };
  },
});
