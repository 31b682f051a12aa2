import { type AnyTx, within } from '#core/db/transaction.ts';
import type { NetworkTables } from '../network.ts';
import { type OrganizationCard, organizationRows, toOrganization } from './organization-card.ts';

/** Every body of this network that the reader may see, in a stable order: for lists of choices. */
export async function organizationsOf(tx: AnyTx): Promise<OrganizationCard[]> {
  return (await organizationRows(within<NetworkTables>(tx)).orderBy('organization.id').execute()).map(toOrganization);
}
