import { type AnyTx, within } from '#core/db/transaction.ts';
import type { IncubationTables } from '../incubation.ts';

/** The body of the register that an application's enterprise became, and who let it in; only for whoever may read the enterprise. */
export async function ventureBody(tx: AnyTx, network: string, application: string): Promise<{ organization: string; listedBy: string | null } | null> {
  const row = await within<IncubationTables>(tx).selectFrom('incubation.venture').select(['organization_id', 'listed_by']).where('network_id', '=', network).where('application_id', '=', application).executeTakeFirst();
  return row?.organization_id ? { organization: row.organization_id, listedBy: row.listed_by } : null;
}
