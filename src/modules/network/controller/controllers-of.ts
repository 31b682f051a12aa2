import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** Who answers for personal data at a hub, as anyone may know it. */
export const controllersOf = (tx: AnyTx, hub: string) =>
  within<NetworkTables>(tx).selectFrom('network.controller')
    .select([
      'organization_id as organization', 'names', 'regime', 'legal_basis as basis', 'retention_months as months', 'hosting_country as hosting',
      'declaration', 'declaration_number as number', 'declared_on as declaredOn', 'contact', 'version',
    ])
    .where('network_id', '=', inNetwork).where('hub_id', '=', hub).orderBy('organization_id').execute();

export type Controller = Awaited<ReturnType<typeof controllersOf>>[number];
