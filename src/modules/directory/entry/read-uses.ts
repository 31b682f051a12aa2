import { sql } from 'kysely';
import { ofServices } from './of-services.ts';
import type { Reading } from './read-cards.ts';

/** Signs of life of one service: the last day of use, how many were served, how many assessed it and their mean face. */
export interface Uses {
  readonly lastOn: Date;
  readonly served: number;
  readonly assessments: number;
  readonly meanFace: number | null;
}

/** Signs of life of the services named, by id; a service never used is absent. */
export async function readUses({ tx, network }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, Uses>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('directory.service_use')
    .select([
      'service_id',
      sql<string>`max(used_on)::text`.as('last_on'),
      sql<number>`(count(*) filter (where kind = 'served'))::int`.as('served'),
      sql<number>`(count(*) filter (where kind = 'assessed'))::int`.as('assessments'),
      sql<number | null>`avg(faces)::float8`.as('mean_face'),
    ])
    .where('network_id', '=', network)
    .where(ofServices(ids))
    .groupBy('service_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.service_id,
      { lastOn: new Date(`${row.last_on}T00:00:00Z`), served: row.served, assessments: row.assessments, meanFace: row.mean_face },
    ]),
  );
}
