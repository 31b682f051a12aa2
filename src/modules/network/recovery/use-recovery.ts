import { sql } from 'kysely';
import { z } from 'zod';
import { action } from '../network.ts';
import { closeSessions, ownSession } from '../sign-in/own-session.ts';
import { countingTries } from '../sign-in/secret-tries.ts';
import { newToken } from '../sign-in/secret-token.ts';
import { recoveryCode } from './confirm-recovery.ts';

/**
 * Uses the code that two officers gave her, after her password: every passkey and code she had ends, her other sessions too, and
 * she sets up a new second step before anything opens.
 */
export const useRecovery = action({
  name: 'use-recovery',
  says: 'Uses the recovery code that two officers gave.',
  input: z.strictObject({ code: recoveryCode() }),
  refuses: ['wrong-recovery-code'],
  remembers: false,
  around: (before, run) => countingTries(before, { kind: 'code', whose: before.actor.account ?? '' }, run),
  run: async (doing, { code }) => {
    const { tx, network, now, blind, refuse, record } = doing;
    const { account, session } = ownSession(doing);
    const used = await tx.updateTable('network.recovery').set({ used_at: now })
      .where('network_id', '=', network).where('account_id', '=', account).where('code_hash', '=', blind('recovery-code', `${account} ${code}`))
      .where('used_at', 'is', null).where('cancelled_at', 'is', null).where('until_at', '>', now).executeTakeFirst();
    if (used.numUpdatedRows === 0n) refuse('wrong-recovery-code', {}, 'code');
    for (const table of ['network.passkey', 'network.code_secret'] as const) {
      await tx.updateTable(table).set({ revoked_at: now }).where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).execute();
    }
    await tx.updateTable('network.account').set({ second_step_at: null }).where('network_id', '=', network).where('id', '=', account).execute();
    const { token, hash } = newToken(network);
    await tx.updateTable('network.session').set({ token_hash: hash, proved_at: sql`now()`, second_at: null, second_by: null }).where('network_id', '=', network).where('id', '=', session).execute();
    await closeSessions(doing, account, session);
    await record({ name: 'recovery-used', subject: account });
    return { token };
  },
});
