import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { ownSession } from './own-session.ts';
import { isPassword } from './password.ts';

/** Asks for the password again before a step that wants it fresh (15 minutes, trust.md 2.1). */
export const proveAgain = action({
  name: 'prove-again',
  says: 'Enters the password again before a delicate step.',
  input: z.strictObject({ password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-password'],
  remembers: false,
  run: async (doing, { password }) => {
    const { tx, network, blind, refuse, record } = doing;
    const { account, session } = ownSession(doing);
    const row = await tx.selectFrom('network.account').select('password_hash').where('network_id', '=', network).where('id', '=', account).executeTakeFirst();
    if (!(await isPassword(blind, row?.password_hash, password))) refuse('wrong-password', {}, 'password');
    await tx.updateTable('network.session').set({ proved_at: sql`now()` }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'proved-again', subject: session });
    return {};
  },
});
