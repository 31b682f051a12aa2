import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action, requestOutcomes } from '../portal.ts';

/** Closes a request with what became of it. Only the officer who holds it may (`request-not-held`). */
export const endRequest = action({
  name: 'end-request',
  says: 'Closes a request with what became of it.',
  input: z.strictObject({ request: id(), outcome: choice(requestOutcomes) }),
  refuses: ['request-not-held'],
  run: async (doing, { request, outcome }) => {
    const { tx, network, hub, now, actor } = doing;
    const ended = await tx.updateTable('portal.intake').set({ state: 'ended', outcome, ended_by: actor.account, ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('request_id', '=', request)
      .where('state', '=', 'taken').where('taken_by', '=', actor.account).returning('arrived_at').execute();
    if (ended.length === 0) {
      const known = await tx.selectFrom('portal.intake').select('id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('request_id', '=', request).limit(1).executeTakeFirst();
      return known ? doing.refuse('request-not-held') : doing.absent();
    }
    const days = Math.max(0, Math.floor((now.getTime() - ended[0]!.arrived_at.getTime()) / 86_400_000));
    await doing.record({ name: 'request-ended', subject: request, body: { outcome, days } });
    return { request };
  },
});
