import type { Tx } from '#core/db/transaction.ts';
import type { FundingTables } from '../funding.ts';

/** By fund: what milestones released and the bank has not paid yet, in the smallest unit; only of grants the reader may see. */
export async function owedByFund(tx: Tx<FundingTables>, network: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('funding.tranche as tranche')
    .innerJoin('funding.grant as grant', (join) => join.onRef('grant.network_id', '=', 'tranche.network_id').onRef('grant.id', '=', 'tranche.grant_id'))
    .where('tranche.network_id', '=', network).where('tranche.state', '=', 'released')
    .groupBy('grant.fund_id').select(({ fn }) => ['grant.fund_id as fund', fn.sum('tranche.amount_minor').as('sum')]).execute();
  return new Map(rows.map(({ fund, sum }) => [fund, Number(sum)]));
}
