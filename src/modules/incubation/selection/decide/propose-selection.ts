import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, listOf } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { action } from '../../incubation.ts';
import { isForOthers, newestSelection, saidLink } from './selection-of-call.ts';

/** Puts the newest ranking before somebody else, with the jurors who sat: more than half of the jury. From now on nothing of that ranking changes. */
export const proposeSelection = action({
  name: 'propose-selection',
  says: 'Puts a ranking forward for decision by somebody else.',
  input: z.strictObject({ call: id(), present: listOf(id()) }),
  refuses: ['not-ranked', 'decision-waits', 'decided-already', 'no-quorum', 'own-link', 'others-decide'],
  run: async (doing, { call: wanted, present }) => {
    const { tx, network, hub, now, actor, refuse, absent } = doing;
    const call = await ownCall(doing, wanted, { lock: true });
    const ranking = await newestSelection(doing, call.id);
    if (!ranking || ranking.progress < ranking.applications) return refuse('not-ranked');
    if (ranking.decision_id) refuse(ranking.decision === null ? 'decision-waits' : ranking.decision === 'approved' ? 'decided-already' : 'not-ranked');
    if (await saidLink(doing, call.id)) refuse('own-link');
    if (await isForOthers(doing, call.id)) refuse('others-decide');
    const jury = new Set((await tx.selectFrom('incubation.jury_member').select('account_id').where('network_id', '=', network).where('call_id', '=', call.id).where('left_at', 'is', null).execute()).map(({ account_id }) => account_id));
    const judged = ranking.formula.criteria.some(({ kind }) => kind === 'jury');
    const quorum = judged ? Math.floor(jury.size / 2) + 1 : 0;
    const sat = [...new Set(present)].filter((account) => jury.has(account));
    if (sat.length < quorum) refuse('no-quorum', { quorum }, 'present');
    const decision = newId(now.getTime());
    await tx.insertInto('incubation.decision').values({
      network_id: network, id: decision, hub_id: hub, call_id: call.id, selection_id: ranking.id, asked_by: actor.account ?? absent(), asked_at: now, present: sat, quorum,
      decided_by: null, decided_at: null, decision: null, words: null, published_at: null, appeals_until: null,
    }).execute();
    if (call.state === 'scored') await tx.updateTable('incubation.call').set({ state: 'committee', state_at: now }).where('network_id', '=', network).where('id', '=', call.id).execute();
    await doing.record({ name: 'selection-proposed', subject: call.id, body: { version: ranking.version, sat: sat.length, quorum } });
    return { call: call.id, decision };
  },
});
