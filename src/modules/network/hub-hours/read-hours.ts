import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import type { HubHours } from './hours.ts';

/** When a hub's door is open, or nothing while it has not said so. */
export const hubHours = async (tx: AnyTx, hub: string): Promise<HubHours | undefined> => (await hoursOfHubs(tx, hub)).get(hub);

/** The hours of every hub of the network that has said them, by hub; of one hub only when it is named. */
export async function hoursOfHubs(tx: AnyTx, hub?: string): Promise<ReadonlyMap<string, HubHours>> {
  const rows = await within<NetworkTables>(tx)
    .selectFrom('network.hub_hours').select(['hub_id', 'ordinary', 'ramadan', 'announced_ramadans', 'exceptions'])
    .where('network_id', '=', inNetwork)
    .$if(hub !== undefined, (q) => q.where('hub_id', '=', hub!))
    .execute();
  return new Map(rows.map((row) => [row.hub_id, {
    ordinary: row.ordinary as HubHours['ordinary'],
    ramadan: row.ramadan as HubHours['ramadan'],
    announcedRamadans: row.announced_ramadans as HubHours['announcedRamadans'],
    exceptions: row.exceptions as HubHours['exceptions'],
  }]));
}
