import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';

/** A grant of the hub where she stands, held until commit when `hold`; its amounts as numbers. */
export async function knownGrant({ tx, network, hub, absent }: Asking<FundingTables>, grant: string, hold = true) {
  const row = await tx.selectFrom('funding.grant').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', grant)
    .$if(hold, (query) => query.forUpdate()).executeTakeFirst();
  if (!row) return absent();
  return { ...row, amount: Number(row.amount_minor), paid: Number(row.paid_minor) };
}

/** A tranche of that hub with its amount as a number, held until commit. */
export async function knownTranche({ tx, network, hub, absent }: Asking<FundingTables>, tranche: string) {
  const row = await tx.selectFrom('funding.tranche').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', tranche).forUpdate().executeTakeFirst();
  if (!row) return absent();
  return { ...row, amount: Number(row.amount_minor) };
}
