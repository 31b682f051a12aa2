import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** The bodies that are members nowhere any more on this day (`2026-11-22`): what they offered is hidden, their history stays. */
export async function organizationsGone(tx: AnyTx, day: string): Promise<string[]> {
  const rows = await within<NetworkTables>(tx).selectFrom('network.organization').select('id')
    .where('network_id', '=', inNetwork).where('left_on', '<=', day).execute();
  return rows.map(({ id }) => id);
}
