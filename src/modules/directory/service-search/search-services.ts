import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import { placesAround, providersOf } from '../around.ts';
import { copyOf } from '../copy/copy-of.ts';
import { type Counted, countFacets, type Facets } from '../copy/count-facets.ts';
import type { DirectoryCopy } from '../copy/directory-copy.ts';
import type { DirectoryTables } from '../directory.ts';
import type { ServiceCard } from '../entry/entry.ts';
import { readCards } from '../entry/read-cards.ts';
import { findServices } from '../search/find-services.ts';
import { bestOf, type Hits } from '../search/hits.ts';
import { conditionsOf, goneProviders, type Narrowing } from './matching-rows.ts';
import { pageByName } from '../copy/name-order.ts';
import { orderOf } from './order-of.ts';
import type { ServiceFilter } from './service-filter.input.ts';

/** One page of services that answer a filter, the true number of all of them, and how many stand behind each facet. */
export interface FoundServices {
  readonly services: readonly (ServiceCard & { readonly provider: Multilingual })[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly facets: Facets;
  /** The territories worth offering, by code. */
  readonly territories: readonly { readonly code: string; readonly names: Multilingual }[];
}

const usualSize = 25;
/** Up to so many found, they are named to the database one by one; above, it walks its index of names. */
const fewEnough = 2_000;

type Here = Asking<DirectoryTables>;

/** Finds services: words first, then facets, then order and page. `listedOnly` for those outside the house. */
export async function searchServices(asking: Here, filter: ServiceFilter, listedOnly: boolean): Promise<FoundServices> {
  const copy = await copyOf(asking);
  const narrowing = { listedOnly, gone: await goneProviders(asking) };
  const hits = filter.q ? await findServices(asking, copy, filter.q) : null;
  const counted = await counts(asking, copy, filter, hits, narrowing);
  const [page, pageSize] = [filter.page ?? 1, filter.pageSize ?? usualSize];
  const { ids, total } = await pageOf(asking, copy, filter, { hits, counted, narrowing, offset: (page - 1) * pageSize, limit: pageSize });
  const cards = await readCards(asking, ids);
  const providers = await providersOf(asking, cards.map(({ organization }) => organization));
  return {
    services: cards.map((card) => ({ ...card, provider: providers.get(card.organization)?.names ?? {} })),
    total, page, pageSize,
    facets: counted.facets,
    territories: [...copy.places.values()].filter(({ code }) => counted.facets.territory[code] || code === filter.territory)
      .map(({ code, names }) => ({ code, names })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

async function counts(asking: Here, copy: DirectoryCopy, filter: ServiceFilter, hits: Hits | null, { listedOnly, gone }: Narrowing): Promise<Counted> {
  const { territory } = filter;
  const around = territory ? new Set(await placesAround(asking, territory)) : undefined;
  const hidden = new Set(gone.map(bare));
  return countFacets(copy, hits?.positions ?? null, { ...filter, ...(around ? { around } : {}) }, (at) =>
    copy.live[at]! && (copy.listed[at]! || !listedOnly) && !(hidden.size && hidden.has(copy.organizations[at]!)));
}

const bare = (id: string): string => id.replaceAll('-', '');

interface Wanted {
  readonly hits: Hits | null;
  readonly counted: Counted;
  readonly narrowing: Narrowing;
  readonly offset: number;
  readonly limit: number;
}

async function pageOf(asking: Here, copy: DirectoryCopy, filter: ServiceFilter, wanted: Wanted): Promise<{ ids: string[]; total: number }> {
  const { hits, counted: { positions }, offset, limit } = wanted;
  if (hits && !filter.stale && (filter.sort ?? 'best') === 'best') {
    const best = bestOf(positions, hits.scores, copy.ids, offset, limit);
    return { ids: best.map((at) => dashed(copy.ids[at]!)), total: positions.length };
  }
  const byName = filter.stale || !['best', 'name', '-name'].includes(filter.sort ?? 'best') ? null
    : await pageByName(asking, copy, { lang: filter.lang ?? 'ar', backwards: filter.sort === '-name', positions, offset, limit });
  if (byName) return { ids: byName.map((at) => dashed(copy.ids[at]!)), total: positions.length };
  const ids = positions.map((at) => copy.ids[at]!);
  const where = hits || ids.length <= fewEnough
    ? sql`service.network_id = ${asking.network} and service.id = any (${ids}::uuid[]) and ${filter.stale ? await conditionsOf(asking, filter, wanted.narrowing) : sql`true`}`
    : await conditionsOf(asking, filter, wanted.narrowing);
  const { rows } = await sql<{ id: string }>`select service.id from directory.service as service
    where ${where} order by ${orderOf(filter)} limit ${limit} offset ${offset}`.execute(asking.tx);
  return { ids: rows.map(({ id }) => id), total: filter.stale ? await numberOf(asking, where) : ids.length };
}

async function numberOf({ tx }: Here, where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*)::int as number from directory.service as service where ${where}`.execute(tx);
  return rows[0]!.number;
}

const dashed = (id: string): string => `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
