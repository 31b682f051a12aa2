import { type RawBuilder, sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { providersOf } from '../around.ts';
import type { DirectoryTables } from '../directory.ts';
import type { ServiceCard } from '../entry/entry.ts';
import { readCards } from '../entry/read-cards.ts';
import { findServices } from '../search/find-services.ts';
import { readFacets, type Facets } from './facets.ts';
import { conditionsOf, freshOn } from './matching-rows.ts';
import type { ServiceFilter } from './service-filter.input.ts';

/** One page of services that answer a filter, the true number of all of them, and how many stand behind each facet. */
export interface FoundServices {
  readonly services: readonly (ServiceCard & { readonly provider: Multilingual })[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly facets: Facets;
}

const usualSize = 25;

/** Finds services: words first, then facets, then order and page. `listedOnly` for those outside the house. */
export async function searchServices(asking: Asking<DirectoryTables>, filter: ServiceFilter, listedOnly: boolean): Promise<FoundServices> {
  const found = filter.q ? await findServices(asking, filter.q) : null;
  const where = await conditionsOf(asking, filter, found, listedOnly);
  const [page, pageSize] = [filter.page ?? 1, filter.pageSize ?? usualSize];
  const { rows } = await sql<{ id: string; total: number }>`
    select service.id, (count(*) over ())::int as total from directory.service as service
    where ${where} order by ${orderOf(filter, found)}, service.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(asking.tx);
  const cards = await readCards(asking, rows.map(({ id }) => id));
  const providers = await providersOf(asking, cards.map(({ organization }) => organization));
  const facets = await readFacets(asking, where);
  return {
    services: cards.map((card) => ({ ...card, provider: providers.get(card.organization)?.names ?? {} })),
    total: rows[0]?.total ?? (page > 1 ? facets.total : 0),
    page,
    pageSize,
    facets,
  };
}

function orderOf(filter: ServiceFilter, found: ReadonlyMap<string, number> | null): RawBuilder<unknown> {
  const lang = filter.lang ?? 'ar';
  const name = sql`coalesce(service.names ->> ${lang}, service.names ->> 'ar', service.names ->> 'fr', service.names ->> 'en')`;
  switch (filter.sort) {
    case 'name': return sql`${name}`;
    case '-name': return sql`${name} desc`;
    case 'fresh': return sql`${freshOn} desc`;
    case '-fresh': return sql`${freshOn}`;
    case 'waiting': return sql`service.waiting_days nulls last`;
    case '-waiting': return sql`service.waiting_days desc nulls last`;
    default:
      if (!found) return sql`${name}`;
      return sql`array_position(${[...found.keys()]}::uuid[], service.id)`;
  }
}
