import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../incubation.ts';
import { callFields } from './call.input.ts';
import { draftedCall } from './own-call.ts';
import { callRefusals, writtenCall } from './written-call.ts';

/** Changes a call while it is a draft; what was published stays as it was read. */
export const changeCall = action({
  name: 'change-call',
  says: 'Changes a call that is not published yet.',
  input: z.strictObject({ call: id(), ...callFields }),
  refuses: ['call-published', ...callRefusals],
  run: async (doing, { call, ...given }) => {
    const { tx, network } = doing;
    await draftedCall(doing, call);
    await tx.updateTable('incubation.call').set(await writtenCall(doing, given)).where('network_id', '=', network).where('id', '=', call).execute();
    await doing.record({ name: 'call-changed', subject: call });
    return { call };
  },
});
