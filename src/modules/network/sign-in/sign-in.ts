import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text } from '#core/input.ts';
import { action } from '../network.ts';
import { loginOf } from '../staff/login.ts';
import { atScreen } from './at-screen.ts';
import { takeTurn } from './hashing-turn.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isPassword, wantsRehash } from './password.ts';
import { countingTries } from './secret-tries.ts';

/**
 * Signs a colleague in. A wrong login and a wrong password are the same answer at the same cost. A password that was hashed at a
 * lower price is hashed anew. The session opens nothing yet when she has a second step, or must set one up.
 */
export const signIn = action({
  name: 'sign-in',
  says: 'Signs in with a login and a password.',
  input: z.strictObject({ login: text(200), password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-sign-in', 'only-at-a-screen'],
  remembers: false,
  link: ({ login }) => createHash('sha256').update(loginOf(login)).digest(),
  around: (before, run) =>
    countingTries(before, { kind: 'password', whose: loginOf(before.input.login) }, (isKnown) => takeTurn(isKnown, run)),
  run: async (doing, { login, password }) => {
    const { tx, network, blind, refuse, record } = doing;
    atScreen(doing);
    const account = await tx
      .selectFrom('network.account')
      .where('network_id', '=', network).where('login', '=', loginOf(login)).where('closed_at', 'is', null)
      .select(['id', 'login', 'password_hash', 'password_one_time'])
      .executeTakeFirst();
    const fits = await isPassword(blind, account?.password_hash, password);
    if (!account || !fits) return refuse('wrong-sign-in');
    if (wantsRehash(account.password_hash!)) {
      await tx.updateTable('network.account').set({ password_hash: await hashPassword(blind, password) })
        .where('network_id', '=', network).where('id', '=', account.id).execute();
    }
    const { session, ...entered } = await openSession(doing, { account: account.id, login: account.login!, by: 'password' });
    await record({ name: 'signed-in', subject: session, hub: entered.hub, body: { account: account.id } });
    return { ...entered, account: account.id, mustChoosePassword: account.password_one_time };
  },
});
