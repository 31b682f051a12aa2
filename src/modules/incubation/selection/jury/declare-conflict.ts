import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { choice, id } from '#core/input.ts';
import { callDeciders } from '../../access.ts';
import { ownCall } from '../../call/own-call.ts';
import { action } from '../../incubation.ts';
import { saidLinks } from '../selection-codes.ts';

/** Somebody on the jury, or who decides, says that she has a link to an application. She no longer sees it, and what she gave it is not counted; this is never taken back. */
export const declareConflict = action({
  name: 'declare-conflict',
  says: 'Says that one has a link to an application, and is kept from it.',
  input: z.strictObject({ application: id(), kind: choice(saidLinks) }),
  refuses: ['already-kept-apart'],
  run: async (doing, { application, kind }) => {
    const { tx, network, hub, now, actor, absent } = doing;
    const account = actor.account ?? absent();
    const kept = await tx.selectFrom('incubation.conflict').select('kind').where('network_id', '=', network).where('application_id', '=', application).where('account_id', '=', account).executeTakeFirst();
    if (kept) doing.refuse('already-kept-apart');
    const found = (await tx.selectFrom('incubation.application').select(['id', 'call_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).executeTakeFirst()) ?? absent();
    const juror = await tx.selectFrom('incubation.jury_member').select('id').where('network_id', '=', network).where('call_id', '=', found.call_id).where('account_id', '=', account).where('left_at', 'is', null).executeTakeFirst();
    if (!juror && !holds(actor, callDeciders)) absent();
    await ownCall(doing, found.call_id);
    await tx.insertInto('incubation.conflict').values({ network_id: network, hub_id: hub, call_id: found.call_id, application_id: application, account_id: account, kind, declared_at: now }).execute();
    await doing.record({ name: 'conflict-declared', subject: application, body: { kind } });
    return { call: found.call_id };
  },
});
