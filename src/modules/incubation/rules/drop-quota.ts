import { z } from 'zod';
import { id } from '#core/input.ts';
import { draftedCall } from '../call/own-call.ts';
import { action } from '../incubation.ts';

/** Takes a quota out of a call that is not published yet. */
export const dropQuota = action({
  name: 'drop-quota',
  says: 'Takes a quota out of a call that is not published yet.',
  input: z.strictObject({ call: id(), quota: id() }),
  refuses: ['call-published'],
  run: async (doing, { call, quota }) => {
    const { tx, network } = doing;
    await draftedCall(doing, call);
    const gone = await tx.deleteFrom('incubation.quota').where('network_id', '=', network).where('call_id', '=', call).where('id', '=', quota).executeTakeFirst();
    if (gone.numDeletedRows === 0n) doing.absent();
    await doing.record({ name: 'quota-dropped', subject: call, body: { quota } });
    return { call };
  },
});
