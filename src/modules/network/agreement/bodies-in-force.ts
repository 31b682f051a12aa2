import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { agreementInForce } from './agreement-in-force.ts';
import type { Opening } from './agreement-kind.ts';

/** The bodies to which an agreement in force opens this at a hub: what a form may offer. Each was asked as `agreementInForce` asks. */
export async function bodiesInForce(tx: AnyTx, { opens, hub, at }: { opens: Opening; hub: string; at: Date }): Promise<readonly string[]> {
  const signed = await within<NetworkTables>(tx).selectFrom('network.agreement_version as version')
    .select(sql<string>`unnest(version.organization_ids)`.as('organization')).distinct()
    .where('version.network_id', '=', inNetwork).where('version.state', '=', 'signed').where(sql<boolean>`version.opens @> array[${opens}::text]`).execute();
  const open = [];
  for (const { organization } of signed) if (await agreementInForce(tx, { opens, organization, hub, at })) open.push(organization);
  return open;
}
