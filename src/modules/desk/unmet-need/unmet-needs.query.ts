import { sql } from 'kysely';
import { z } from 'zod';
import { isoDate, maybe } from '#core/input.ts';
import { query } from '../desk.ts';
import type { UnmetCause } from './unmet-cause.ts';

/** How many needs stayed unmet for one cause, kind of service and place. */
export interface UnmetCell {
  readonly cause: UnmetCause;
  readonly type: string | null;
  readonly territory: string | null;
  readonly count: number;
}

export const unmetPeriod = z.strictObject({ from: maybe(isoDate()), until: maybe(isoDate()) });

/** The register of unmet needs of this hub, counted by cause, kind of service and place, for a period or from the beginning. */
export const unmetNeeds = query({
  name: 'unmet-needs',
  says: 'Counts the needs that nothing answered at this hub.',
  input: unmetPeriod,
  run: async ({ tx, network, hub }, { from, until }): Promise<{ cells: UnmetCell[]; total: number }> => {
    const rows = await tx.selectFrom('desk.unmet_need')
      .select(['cause', 'service_type as type', 'territory_code as territory', sql<string>`count(*)`.as('count')])
      .where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(from !== undefined, (needs) => needs.where('day', '>=', from!))
      .$if(until !== undefined, (needs) => needs.where('day', '<=', until!))
      .groupBy(['cause', 'service_type', 'territory_code'])
      .orderBy('count', 'desc').orderBy('cause').orderBy('service_type').orderBy('territory_code')
      .execute();
    const cells = rows.map((row) => ({ ...row, count: Number(row.count) }));
    return { cells, total: cells.reduce((sum, { count }) => sum + count, 0) };
  },
});
