import { type AnyTx, within } from '#core/db/transaction.ts';
import type { ProgrammeTables } from '../programme.ts';

/** What one body pays of what a programme costs, as the source of that cost has it. */
export interface PaidPart {
  readonly programme: string;
  readonly organization: string;
  /** In ten-thousandths; null where the source gives an amount alone. */
  readonly share: number | null;
  /** In smallest units; null where the source gives a share alone. */
  readonly amount: number | null;
  readonly currency: string;
  readonly approximate: boolean;
  readonly saidBy: string;
}

/** What bodies pay of programmes, of one body when it is named; of costs that stand. Earliest cost first. */
export async function paidParts(tx: AnyTx, network: string, organization?: string): Promise<PaidPart[]> {
  const rows = await within<ProgrammeTables>(tx)
    .selectFrom('programme.funding_share as part')
    .innerJoin('programme.cost as cost', (join) => join.onRef('cost.network_id', '=', 'part.network_id').onRef('cost.id', '=', 'part.cost_id'))
    .select(['part.programme_id as programme', 'part.organization_id as organization', 'part.share_ten_thousandths as share', 'part.amount_minor as amount', 'part.approximate', 'cost.currency', 'cost.said_by as saidBy'])
    .where('part.network_id', '=', network).where('cost.withdrawn_at', 'is', null).where('part.organization_id', 'is not', null)
    .$if(organization !== undefined, (q) => q.where('part.organization_id', '=', organization!))
    .orderBy('cost.said_on').orderBy('part.id').execute();
  return rows.map((row) => ({ ...row, organization: row.organization!, amount: row.amount === null ? null : Number(row.amount) }));
}
