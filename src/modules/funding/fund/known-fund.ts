import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';

/** A fund of the hub where she stands, its amounts as numbers. Held until commit when `hold`, so that what is read stays true. */
export async function knownFund({ tx, network, hub, absent }: Asking<FundingTables>, fund: string, hold = false) {
  const row = await tx.selectFrom('funding.fund').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', fund)
    .$if(hold, (query) => query.forUpdate()).executeTakeFirst();
  if (!row) return absent();
  return { ...row, amount: Number(row.amount_minor), free: Number(row.free_minor) };
}

/** An envelope of that fund, its free money as a number. */
export async function knownEnvelope({ tx, network, absent }: Asking<FundingTables>, fund: string, envelope: string, hold = false) {
  const row = await tx.selectFrom('funding.envelope').selectAll().where('network_id', '=', network).where('fund_id', '=', fund).where('id', '=', envelope)
    .$if(hold, (query) => query.forUpdate()).executeTakeFirst();
  if (!row) return absent();
  return { ...row, free: Number(row.free_minor) };
}
