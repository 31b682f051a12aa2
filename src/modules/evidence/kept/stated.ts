import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import type { Period } from '../reading/period.ts';
import type { Source } from './definition.ts';

/** A number that comes from outside, with who says it. */
export interface StatedValue {
  readonly id: string;
  readonly hub: string | null;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly saidBy: string;
  readonly proof: string | null;
}

/** The numbers stated for one indicator and not taken back, newest first. */
export async function statedValues(tx: AnyTx, network: string, indicator: string): Promise<StatedValue[]> {
  const rows = await within<EvidenceTables>(tx)
    .selectFrom('evidence.stated_value')
    .select(['id', 'hub_id as hub', 'version', 'from_on as from', 'to_on as to', 'value', 'said_by as saidBy', 'proof'])
    .where('network_id', '=', network).where('indicator_id', '=', indicator).where('withdrawn_at', 'is', null)
    .orderBy('to_on', 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/**
 * What stands for a period. Of one's own work: the sum of what lies inside it and has a proof; what has none counts zero. Context: the
 * newest one said for a time that had begun, never a sum. `hub`: whose; the network's own when absent.
 */
export function standing(values: readonly StatedValue[], source: Source, { from, to }: Period, hub: string | undefined): { value: number | null; unproven: number } {
  const [first, last] = [`${from}-01`, `${to}-31`];
  if (source === 'context') {
    const begun = values.filter((one) => one.from <= last && (one.hub === null || one.hub === hub));
    return { value: begun[0]?.value ?? null, unproven: 0 };
  }
  const inside = values.filter((one) => one.hub === (hub ?? null) && one.from >= first && one.to <= last);
  return { value: inside.filter(({ proof }) => proof !== null).reduce((sum, { value }) => sum + value, 0), unproven: inside.filter(({ proof }) => proof === null).length };
}
