import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../../incubation.ts';
import { isForOthers, saidLink } from './selection-of-call.ts';

/** Approves a ranking or gives it back. Never whoever put it forward, nor anybody with a link to an applicant; PostgreSQL refuses both too. Of two who decide at once the second is told. */
export const decideSelection = action({
  name: 'decide-selection',
  says: 'Approves a ranking that somebody else put forward, or gives it back.',
  input: z.strictObject({ decision: id(), answer: choice(['approved', 'returned']), words: maybe(text(500)) }),
  refuses: ['own-proposal', 'decided-already', 'return-words-missing', 'own-link', 'others-decide'],
  run: async (doing, { decision, answer, words = null }) => {
    const { tx, network, hub, now, actor, refuse, absent } = doing;
    const asked = (await tx.selectFrom('incubation.decision').select(['call_id', 'asked_by', 'decision']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', decision).executeTakeFirst()) ?? absent();
    if (asked.decision) refuse('decided-already');
    if (asked.asked_by === actor.account) refuse('own-proposal');
    if (answer === 'returned' && !words) refuse('return-words-missing', {}, 'words');
    if (await saidLink(doing, asked.call_id)) refuse('own-link');
    if (await isForOthers(doing, asked.call_id)) refuse('others-decide');
    const taken = await tx.updateTable('incubation.decision').set({ decision: answer, decided_by: actor.account ?? absent(), decided_at: now, words })
      .where('network_id', '=', network).where('id', '=', decision).where('decision', 'is', null).executeTakeFirst();
    if (taken.numUpdatedRows === 0n) refuse('decided-already');
    await doing.record({ name: answer === 'approved' ? 'selection-approved' : 'selection-returned', subject: asked.call_id, body: {} });
    return { call: asked.call_id };
  },
});
