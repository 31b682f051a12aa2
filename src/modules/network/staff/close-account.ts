import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../network.ts';
import { holdsBeyondHub } from './holds-beyond-hub.ts';

/** Closes the account of a colleague who left: her screens and roles stop, what she did stays under her name. */
export const closeAccount = action({
  name: 'close-account',
  says: 'Closes the account of a colleague who left.',
  input: z.strictObject({ account: id() }),
  refuses: ['not-to-yourself', 'role-beyond-hub'],
  run: async (doing, { account }) => {
    const { tx, network, actor, now, refuse, absent, record } = doing;
    if (account === actor.account) refuse('not-to-yourself');
    const closed = await tx
      .updateTable('network.account').set({ closed_at: now })
      .where('network_id', '=', network).where('id', '=', account).where('closed_at', 'is', null)
      .executeTakeFirst();
    if (closed.numUpdatedRows === 0n) absent();
    if (await holdsBeyondHub(doing, account)) refuse('role-beyond-hub');
    await record({ name: 'account-closed', subject: account });
    return { account };
  },
});
