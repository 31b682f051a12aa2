import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { callDeciders } from '../../access.ts';
import { ownCall } from '../../call/own-call.ts';
import { action } from '../../incubation.ts';

/** A juror leaves, or is released by whoever leads the call. What she gave is counted no more; her trace stays. */
export const leaveJury = action({
  name: 'leave-jury',
  says: 'Ends that somebody is a juror of a call.',
  input: z.strictObject({ call: id(), account: id() }),
  refuses: ['scoring-over'],
  run: async (doing, { call: wanted, account }) => {
    const { tx, network, now, actor, absent } = doing;
    if (account !== actor.account && !holds(actor, callDeciders)) absent();
    const call = await ownCall(doing, wanted);
    if (call.state === 'scored' || call.state === 'committee') doing.refuse('scoring-over');
    const left = await tx.updateTable('incubation.jury_member').set({ left_at: now })
      .where('network_id', '=', network).where('call_id', '=', call.id).where('account_id', '=', account).where('left_at', 'is', null).executeTakeFirst();
    if (left.numUpdatedRows === 0n) absent();
    await doing.record({ name: 'juror-left', subject: call.id, body: { account } });
    return { call: call.id };
  },
});
