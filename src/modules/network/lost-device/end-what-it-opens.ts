import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';

/** What a lost device opened and opens no more. */
export interface Ended {
  readonly sessions: number;
  readonly passkeys: number;
  readonly tokens: number;
}

/**
 * Ends what a colleague's devices open: her screens (but for `except`), her passkeys (but for `keep`), the tokens she made. That she has a second step stays noted: who
 * has none left is let in again by two officers, never by her password alone. Lists she had leave to take out end with their screens.
 */
export async function endWhatItOpens({ tx, network, now }: Asking<NetworkTables>, account: string, { except, keep }: { except: string | null; keep: readonly string[] }): Promise<Ended> {
  const sessions = await tx.updateTable('network.session').set({ closed_at: sql`now()` })
    .where('network_id', '=', network).where('account_id', '=', account).where('closed_at', 'is', null).$if(except !== null, (q) => q.where('id', '<>', except!)).executeTakeFirst();
  const passkeys = await tx.updateTable('network.passkey').set({ revoked_at: now })
    .where('network_id', '=', network).where('account_id', '=', account).where('revoked_at', 'is', null).$if(keep.length > 0, (q) => q.where('id', 'not in', [...keep])).executeTakeFirst();
  const tokens = await tx.updateTable('network.token').set({ revoked_at: now })
    .where('network_id', '=', network).where('created_by', '=', account).where('revoked_at', 'is', null).executeTakeFirst();
  return { sessions: Number(sessions.numUpdatedRows), passkeys: Number(passkeys.numUpdatedRows), tokens: Number(tokens.numUpdatedRows) };
}
