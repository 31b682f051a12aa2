import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { draftedCall } from '../call/own-call.ts';
import { action } from '../incubation.ts';

/** Takes a criterion out of a call that is not published yet. */
export const dropCriterion = action({
  name: 'drop-criterion',
  says: 'Takes a criterion out of a call that is not published yet.',
  input: z.strictObject({ call: id(), code: text(40) }),
  refuses: ['call-published'],
  run: async (doing, { call, code }) => {
    const { tx, network } = doing;
    await draftedCall(doing, call);
    const gone = await tx.deleteFrom('incubation.criterion').where('network_id', '=', network).where('call_id', '=', call).where('code', '=', code).executeTakeFirst();
    if (gone.numDeletedRows === 0n) doing.absent();
    await doing.record({ name: 'criterion-dropped', subject: call, body: { criterion: code } });
    return { call };
  },
});
