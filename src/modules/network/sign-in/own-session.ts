import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';

/** Her own account and the screen she uses; absent for visitors and programs. */
export function ownSession({ actor, absent }: Pick<Asking<unknown>, 'actor' | 'absent'>): { account: string; session: string } {
  if (!actor.account || !actor.session) return absent();
  return { account: actor.account, session: actor.session };
}

/** Closes the screens of an account, the one she uses excepted; gives how many. */
export async function closeSessions({ tx, network }: Asking<NetworkTables>, account: string, except: string): Promise<number> {
  const closed = await tx
    .updateTable('network.session')
    .set({ closed_at: sql`now()` })
    .where('network_id', '=', network).where('account_id', '=', account).where('id', '<>', except).where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(closed.numUpdatedRows);
}
