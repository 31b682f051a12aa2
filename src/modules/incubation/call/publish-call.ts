import { z } from 'zod';
import { id } from '#core/input.ts';
import { quotasDoNotFit } from '../rules/quotas-do-not-fit.ts';
import { readRules } from '../rules/read-rules.ts';
import { action } from '../incubation.ts';
import { draftedCall } from './own-call.ts';

/** Publishes a call. From now on nobody changes its rules: what an applicant reads is what she is judged by. It opens and closes by itself. */
export const publishCall = action({
  name: 'publish-call',
  says: 'Publishes a call; its rules can no longer be changed.',
  input: z.strictObject({ call: id() }),
  refuses: ['call-published', 'no-criteria', 'quotas-do-not-fit', 'closing-passed'],
  run: async (doing, { call: wanted }) => {
    const { tx, network, now, actor, refuse } = doing;
    const call = await draftedCall(doing, wanted);
    const { criteria, quotas } = await readRules(doing, call.id);
    if (criteria.length === 0) refuse('no-criteria');
    const tooMuch = quotasDoNotFit(quotas, call.places);
    if (tooMuch) refuse('quotas-do-not-fit', { promised: tooMuch.promised, places: call.places });
    if (call.closes_at <= now) refuse('closing-passed', {}, 'closes');
    const state = call.opens_at <= now ? ('open' as const) : ('published' as const);
    await tx.updateTable('incubation.call').set({ state, state_at: now, published_by: actor.account, published_at: now })
      .where('network_id', '=', network).where('id', '=', call.id).execute();
    await doing.record({ name: 'call-published', subject: call.id, body: { criteria: criteria.length, quotas: quotas.length, places: call.places } });
    if (state === 'published') await doing.later('incubation.turn-call', { call: call.id }, { at: call.opens_at, key: `call-opens ${call.id}` });
    // A job runs at its moment or a little later: the last moment itself still counts.
    await doing.later('incubation.turn-call', { call: call.id }, { at: new Date(call.closes_at.getTime() + 1_000), key: `call-closes ${call.id}` });
    return { call: call.id, state };
  },
});
