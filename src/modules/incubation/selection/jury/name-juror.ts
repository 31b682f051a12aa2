import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { ownCall } from '../../call/own-call.ts';
import { action } from '../../incubation.ts';

const beforeScored = ['draft', 'published', 'open', 'closed'];

/** Names a juror of a call. She reads applications by number once the call has closed and the house has looked for links between her and who applied. */
export const nameJuror = action({
  name: 'name-juror',
  says: 'Names a juror of a call.',
  input: z.strictObject({ call: id(), account: id() }),
  refuses: ['no-juror-here', 'already-juror', 'scoring-over'],
  run: async (doing, { call: wanted, account }) => {
    const { tx, network, hub, now, actor, refuse } = doing;
    const call = await ownCall(doing, wanted, { lock: true });
    if (!beforeScored.includes(call.state)) refuse('scoring-over');
    if (!(await accountsAt(tx, hub, ['juror'])).some((colleague) => colleague.account === account)) refuse('no-juror-here', {}, 'account');
    const named = await tx.insertInto('incubation.jury_member')
      .values({ network_id: network, id: newId(now.getTime()), hub_id: hub, call_id: call.id, account_id: account, named_by: actor.account, from_at: now, checked_at: null, left_at: null })
      .onConflict((row) => row.columns(['network_id', 'call_id', 'account_id']).where('left_at', 'is', null).doNothing()).executeTakeFirst();
    if (named.numInsertedOrUpdatedRows === 0n) refuse('already-juror', {}, 'account');
    await doing.record({ name: 'juror-named', subject: call.id, body: { account } });
    await doing.later('incubation.find-links', { call: call.id }, call.closes_at > now ? { at: new Date(call.closes_at.getTime() + 2_000), key: `find-links ${call.id}` } : {});
    return { call: call.id };
  },
});
