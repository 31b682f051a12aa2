import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { isoDate, maybe } from '#core/input.ts';
import { type DeskTables, query } from '../desk.ts';
import type { UnmetCause } from './unmet-cause.ts';

/** A number, or null where it is hidden because it is small or would give a small one away. */
export type UnmetCount = number | null;

/** How many needs stayed unmet for one cause, kind of service and place. */
export interface UnmetCell<C extends UnmetCount = UnmetCount> {
  readonly cause: UnmetCause;
  readonly type: string | null;
  readonly territory: string | null;
  readonly count: C;
}

export interface UnmetRegister<C extends UnmetCount = UnmetCount> {
  readonly cells: readonly UnmetCell<C>[];
  readonly byCause: Readonly<Partial<Record<UnmetCause, C>>>;
  readonly total: C;
  /** Whether some number is hidden. */
  readonly hides: boolean;
}

export const unmetPeriod = z.strictObject({ from: maybe(isoDate()), until: maybe(isoDate()) });

/** The register of unmet needs of this hub, counted by cause, kind of service and place, for a period or from the beginning. */
export const unmetNeeds = query({
  name: 'unmet-needs',
  says: 'Counts the needs that nothing answered at this hub.',
  input: unmetPeriod,
  run: async (asking, period): Promise<UnmetRegister<number>> => registerOf(await countCells(asking, period, [asking.hub])),
});

/** The counts of some hubs, most first. */
export async function countCells(
  { tx, network }: Pick<Asking<DeskTables>, 'tx' | 'network'>, { from, until }: z.output<typeof unmetPeriod>, hubs: readonly string[],
): Promise<UnmetCell<number>[]> {
  if (hubs.length === 0) return [];
  const rows = await tx.selectFrom('desk.unmet_need')
    .select(['cause', 'service_type as type', 'territory_code as territory', sql<string>`count(*)`.as('count')])
    .where('network_id', '=', network).where('hub_id', 'in', [...hubs])
    .$if(from !== undefined, (needs) => needs.where('day', '>=', from!))
    .$if(until !== undefined, (needs) => needs.where('day', '<=', until!))
    .groupBy(['cause', 'service_type', 'territory_code'])
    .orderBy(sql`count(*)`, 'desc').orderBy('cause').orderBy('service_type').orderBy('territory_code')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Adds up the cells by cause and in all. */
export function registerOf(cells: readonly UnmetCell<number>[]): UnmetRegister<number> {
  const byCause: Partial<Record<UnmetCause, number>> = {};
  for (const { cause, count } of cells) byCause[cause] = (byCause[cause] ?? 0) + count;
  return { cells, byCause, total: cells.reduce((sum, { count }) => sum + count, 0), hides: false };
}
