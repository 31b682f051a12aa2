import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { ownSession } from './own-session.ts';
import { isPassword } from './password.ts';
import { countPasswordTry, forgetPasswordTries } from './password-tries.ts';
import { newToken } from './secret-token.ts';

/**
 * Asks for the password again before a step that wants it fresh (15 minutes, trust.md 2.1). Her screen gets a new token: one that
 * was copied before opens nothing of what she may do now.
 */
export const proveAgain = action({
  name: 'prove-again',
  says: 'Enters the password again before a delicate step.',
  input: z.strictObject({ password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-password'],
  remembers: false,
  run: async (doing, { password }) => {
    const { tx, network, actor, blind, refuse, record } = doing;
    const { account, session } = ownSession(doing);
    const tried = { network, whose: account, from: actor.from };
    await countPasswordTry(tried);
    const row = await tx.selectFrom('network.account').select('password_hash').where('network_id', '=', network).where('id', '=', account).executeTakeFirst();
    if (!(await isPassword(blind, row?.password_hash, password))) refuse('wrong-password', {}, 'password');
    await forgetPasswordTries(tried);
    const { token, hash } = newToken(network);
    await tx.updateTable('network.session').set({ proved_at: sql`now()`, token_hash: hash }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'proved-again', subject: session });
    return { token };
  },
});
