import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import type { Opening } from './agreement-kind.ts';

/**
 * Does this body work under agreements of this kind here? True once one was signed, also after it ended: from then on an
 * agreement must be in force (`agreementInForce`) before anything is opened to it.
 */
export async function worksByAgreement(tx: AnyTx, { opens, organization }: { opens: Opening; organization: string }): Promise<boolean> {
  const signed = await within<NetworkTables>(tx)
    .selectFrom('network.agreement_version as version')
    .select('version.agreement_id')
    .where('version.network_id', '=', inNetwork)
    .where('version.state', '=', 'signed')
    .where(sql<boolean>`version.organization_ids @> array[${organization}::uuid]`)
    .where(sql<boolean>`version.opens @> array[${opens}::text]`)
    .limit(1)
    .executeTakeFirst();
  return signed !== undefined;
}
