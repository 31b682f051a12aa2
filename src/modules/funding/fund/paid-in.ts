import type { Tx } from '#core/db/transaction.ts';
import type { FundingTables } from '../funding.ts';

/** By fund: what its funder paid in, in the smallest unit, without receipts that were taken back. */
export async function paidIn(tx: Tx<FundingTables>, network: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('funding.receipt').where('network_id', '=', network).where('taken_back_by', 'is', null)
    .groupBy('fund_id').select(({ fn }) => ['fund_id as fund', fn.sum('amount_minor').as('sum')]).execute();
  return new Map(rows.map(({ fund, sum }) => [fund, Number(sum)]));
}
