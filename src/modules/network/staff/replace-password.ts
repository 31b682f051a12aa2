import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { action } from '../network.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { holdsBeyondHub } from './holds-beyond-hub.ts';
import { hashPassword, oneTimePassword, weaknessOf } from '../sign-in/password.ts';

/**
 * Hands a colleague a new one-time password when she forgot hers; a screen that was opened with
 * the old one ends.
 * Row-level security lets a manager reach only the accounts her hub invited, and of these only those with roles she may give.
 */
export const replacePassword = action({
  name: 'replace-password',
  says: 'Gives a colleague a new one-time password.',
  input: z.strictObject({ account: id(), password: maybe(z.string().max(200)) }),
  refuses: ['not-to-yourself', 'role-beyond-hub', 'password-too-short', 'password-too-common', 'only-at-a-screen'],
  remembers: false,
  run: async (doing, { account, password = oneTimePassword() }) => {
    const { tx, network, actor, now, blind, refuse, absent, record } = doing;
    atScreen(doing);
    if (account === actor.account) refuse('not-to-yourself');
    const weakness = weaknessOf(password, '');
    if (weakness) refuse(weakness, {}, 'password');
    const changed = await tx
      .updateTable('network.account')
      .set({ password_hash: await hashPassword(blind, password), password_set_at: now, password_one_time: true })
      .where('network_id', '=', network).where('id', '=', account).where('kind', '=', 'staff').where('closed_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) absent();
    if (await holdsBeyondHub(doing, account)) refuse('role-beyond-hub');
    await record({ name: 'password-replaced', subject: account });
    return { account, password };
  },
});
