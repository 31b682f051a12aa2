import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import type { HubHours } from './hours.ts';

/** When a hub's door is open, or nothing while it has not said so. */
export async function hubHours(tx: AnyTx, hub: string): Promise<HubHours | undefined> {
  const row = await within<NetworkTables>(tx)
    .selectFrom('network.hub_hours').select(['ordinary', 'ramadan', 'announced_ramadans', 'exceptions'])
    .where('network_id', '=', inNetwork).where('hub_id', '=', hub)
    .executeTakeFirst();
  return row && {
    ordinary: row.ordinary as HubHours['ordinary'],
    ramadan: row.ramadan as HubHours['ramadan'],
    announcedRamadans: row.announced_ramadans as HubHours['announcedRamadans'],
    exceptions: row.exceptions as HubHours['exceptions'],
  };
}
