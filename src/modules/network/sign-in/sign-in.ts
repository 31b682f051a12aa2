import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action, type NetworkTables } from '../network.ts';
import { loginOf } from '../staff/login.ts';
import { isPassword } from './password.ts';
import { countPasswordTry, forgetPasswordTries } from './password-tries.ts';
import { rolesOf } from './roles-of.ts';
import { newToken } from './secret-token.ts';

/**
 * Signs a colleague in. A wrong login and a wrong password are the same answer at the same cost; after six of them one waits.
 * The screen she used before in this browser ends.
 */
export const signIn = action({
  name: 'sign-in',
  says: 'Signs in with a login and a password.',
  input: z.strictObject({ login: text(200), password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-sign-in'],
  remembers: false,
  run: async (doing, { login, password }) => {
    const { tx, network, actor, blind, refuse, record } = doing;
    const tried = { network, whose: loginOf(login), from: actor.from };
    await countPasswordTry(tried);
    const account = await tx
      .selectFrom('network.account')
      .where('network_id', '=', network).where('login', '=', loginOf(login)).where('closed_at', 'is', null)
      .select(['id', 'password_hash', 'password_one_time'])
      .executeTakeFirst();
    const fits = await isPassword(blind, account?.password_hash, password);
    if (!account || !fits) return refuse('wrong-sign-in');
    await forgetPasswordTries(tried);
    if (actor.session) {
      await tx.updateTable('network.session').set({ closed_at: sql`now()` }).where('network_id', '=', network).where('id', '=', actor.session).execute();
    }
    const session = newId();
    const { token, hash } = newToken(network);
    const hub = await usualHub(doing, account.id);
    await tx
      .insertInto('network.session')
      .values({
        network_id: network, id: session, account_id: account.id, token_hash: hash, hub_id: hub,
        opened_at: sql`now()`, seen_at: sql`now()`, proved_at: sql`now()`, ends_at: sql`now() + interval '12 hours'`, closed_at: null,
      })
      .execute();
    await record({ name: 'signed-in', subject: session, hub, body: { account: account.id } });
    return { token, account: account.id, hub, mustChoosePassword: account.password_one_time };
  },
});

/** Where she stood last, if she still may; else the first hub where she holds a role; null for a role over the network. */
async function usualHub({ tx, network }: Asking<NetworkTables>, account: string): Promise<string | null> {
  const roles = await rolesOf(tx, account);
  const hubs = roles.filter(({ scope }) => scope === 'hub').flatMap(({ hubs: reached }) => reached);
  const last = await tx
    .selectFrom('network.session')
    .where('network_id', '=', network).where('account_id', '=', account).where('hub_id', 'is not', null)
    .orderBy('opened_at', 'desc')
    .select('hub_id')
    .executeTakeFirst();
  return hubs.find((hub) => hub === last?.hub_id) ?? hubs[0] ?? null;
}
