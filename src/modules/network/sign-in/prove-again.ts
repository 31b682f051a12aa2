import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { takeTurn } from './hashing-turn.ts';
import { ownSession } from './own-session.ts';
import { isPassword } from './password.ts';
import { countingTries } from './secret-tries.ts';
import { newToken } from './secret-token.ts';

/**
 * Asks for the password again before a step that wants it fresh (15 minutes, trust.md 2.1), from who has no second step. Her
 * session gets a new token: one that was copied before opens nothing of what she may do now.
 */
export const proveAgain = action({
  name: 'prove-again',
  says: 'Enters the password again before a delicate step.',
  input: z.strictObject({ password: z.string().min(1).max(1_000) }),
  refuses: ['wrong-password', 'second-step-is-asked'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'password', whose: before.actor.account ?? '' }, (isKnown) => takeTurn(isKnown, run)),
  run: async (doing, { password }) => {
    const { tx, network, blind, refuse, record } = doing;
    const { account, session } = ownSession(doing);
    const row = await tx.selectFrom('network.account').select(['password_hash', 'second_step_at']).where('network_id', '=', network).where('id', '=', account).executeTakeFirst();
    if (row?.second_step_at) refuse('second-step-is-asked');
    if (!(await isPassword(blind, row?.password_hash, password))) refuse('wrong-password', {}, 'password');
    const { token, hash } = newToken(network);
    await tx.updateTable('network.session').set({ proved_at: sql`now()`, token_hash: hash }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'proved-again', subject: session });
    return { token };
  },
});
