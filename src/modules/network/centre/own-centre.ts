import type { Asking } from '#core/action.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import type { NetworkTables } from '../network.ts';

/** A centre whose sheet she may write in, held until the end of the action; another hub's centre is absent. */
export async function ownCentre(asking: Asking<NetworkTables>, centre: string) {
  const { tx, network, actor, absent } = asking;
  const row = await tx
    .selectFrom('network.centre').select(['id', 'state', 'standard', 'keeper_hub_id', 'desk_hub_id', 'condition'])
    .where('network_id', '=', network).where('id', '=', centre).forUpdate().executeTakeFirst();
  if (!row) return absent();
  if (!managesNetwork(actor)) managedHub(asking, row.keeper_hub_id ?? absent());
  return row;
}
