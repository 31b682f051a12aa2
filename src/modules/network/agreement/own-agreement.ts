import type { Asking } from '#core/action.ts';
import { managedHub, managesNetwork } from '../managed-hub.ts';
import type { NetworkTables } from '../network.ts';

/** An agreement she may change with its newest version, held until the end of the action; another hub's is absent. */
export async function ownAgreement(asking: Asking<NetworkTables>, agreement: string) {
  const { tx, network, actor, absent } = asking;
  const row = await tx
    .selectFrom('network.agreement').select(['id', 'kind', 'hub_id', 'standing', 'organization_ids'])
    .where('network_id', '=', network).where('id', '=', agreement).forUpdate().executeTakeFirst();
  if (!row) return absent();
  if (!managesNetwork(actor)) managedHub(asking, row.hub_id ?? absent());
  const newest = await tx
    .selectFrom('network.agreement_version').selectAll()
    .where('network_id', '=', network).where('agreement_id', '=', agreement).orderBy('version', 'desc').executeTakeFirstOrThrow();
  return { ...row, newest };
}
