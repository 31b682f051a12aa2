import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** Where every hub of this network stands: its id and region, in a stable order. Also for the login that reads figures and sees no names. */
export async function hubPlaces(tx: AnyTx): Promise<{ hub: string; region: string | null }[]> {
  return within<NetworkTables>(tx).selectFrom('network.hub').where('network_id', '=', inNetwork)
    .select(['id as hub', 'region_code as region']).orderBy('opened_on').orderBy('id').execute();
}
