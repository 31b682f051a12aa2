import type { Asking } from '#core/action.ts';
import type { ReportsTables } from '../reports.ts';

/** A report of the hub where she stands, or nothing that she may know of; held until the end of the transaction when it will be written. */
export async function knownReport({ tx, network, hub, absent }: Pick<Asking<ReportsTables>, 'tx' | 'network' | 'hub' | 'absent'>, report: string, hold?: 'for update') {
  const found = await tx.selectFrom('reports.report').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', report).$if(hold !== undefined, (q) => q.forUpdate()).executeTakeFirst();
  return found ?? absent();
}

export type ReportRow = Awaited<ReturnType<typeof knownReport>>;
