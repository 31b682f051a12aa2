import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';

/** How many of the services found stand behind each choice, by facet and code. */
export interface Facets {
  readonly total: number;
  readonly type: Readonly<Record<string, number>>;
  readonly stage: Readonly<Record<string, number>>;
  readonly mode: Readonly<Record<string, number>>;
  readonly language: Readonly<Record<string, number>>;
}

/** Counts the services of a condition by each facet, in one reading of the table. A service for any stage counts in each. */
export async function readFacets({ tx }: { readonly tx: Tx<DirectoryTables> }, where: RawBuilder<unknown>): Promise<Facets> {
  const { rows } = await sql<{ facet: keyof Facets; code: string; number: number }>`
    with found as materialized (select service.* from directory.service as service where ${where})
    select 'total' as facet, '' as code, count(*)::int as number from found
    union all select 'type', code, count(*)::int from found, unnest(type_codes) as code group by code
    union all select 'stage', code, count(*)::int from found,
      unnest(case when stages = '{}' then '{idea,creation,development,sustainability}'::text[] else stages end) as code group by code
    union all select 'mode', code, count(*)::int from found, unnest(modes) as code group by code
    union all select 'language', code, count(*)::int from found, unnest(languages) as code group by code`.execute(tx);
  const of = (facet: keyof Facets) => Object.fromEntries(rows.filter((row) => row.facet === facet).map((row) => [row.code, row.number]));
  const total = rows.find((row) => row.facet === 'total')?.number ?? 0;
  return { total, type: of('type'), stage: of('stage'), mode: of('mode'), language: of('language') };
}
