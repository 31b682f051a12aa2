import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { isUuid } from '#core/id.ts';
import { maybe, text } from '#core/input.ts';
import { type DirectoryTables, query } from '../directory.ts';
import { readEntries } from '../entry/read-entries.ts';
import { aroundOf } from './around-of.ts';
import { listedParameters } from './hsds.query.ts';
import { listedWhere } from './listed-services.ts';
import { locationOf } from './location-of.ts';
import { pageOf, pageParameters } from './page-of.ts';
import { hsdsRecordsOf } from './records-of.ts';
import { one } from './texts.ts';

interface At {
  readonly id: string;
  readonly source_id: string | null;
  readonly source: Record<string, unknown> | null;
  readonly service_id: string;
  readonly location_id: string;
  readonly location_source_id: string | null;
  readonly location_source: Record<string, unknown> | null;
}

/** A page of the listed services at their places; `postcode` keeps places of that code. Distances are not worked out. */
export const hsdsServiceAtLocations = query({
  name: 'hsds-service-at-locations',
  says: 'The places of the public directory’s services as HSDS, page by page',
  input: z.object({ ...listedParameters, postcode: maybe(text(20)) }),
  run: async (asking, { page = 1, per_page = 50, lang = 'fr', full = false, postcode, ...filter }) => {
    const where = sql`${await listedWhere(asking, filter)} ${postcode ? sql`and place.postal_code = ${postcode}` : sql``}`;
    const { rows: [count] } = await sql<{ total: number }>`select count(*)::int as total from ${joined} where ${where}`.execute(asking.tx);
    const rows = await readRows(asking, sql`${where} order by at.id limit ${per_page} offset ${(page - 1) * per_page}`);
    return pageOf(count!.total, page, per_page, await recordsOf(asking, rows, lang, full));
  },
});

/** One listed service at one place, with all of both. */
export const hsdsServiceAtLocation = query({
  name: 'hsds-service-at-location',
  says: 'One service of the public directory at one place as HSDS',
  input: z.object({ id: text(300), lang: pageParameters.lang }),
  run: async (asking, { id, lang = 'fr' }) => {
    const key = isUuid(id.toLowerCase()) ? id.toLowerCase() : null;
    const [row] = await readRows(asking, sql`${await listedWhere(asking, {})} and (at.source_id = ${id} or at.id = ${key}::uuid) limit 1`);
    return row ? (await recordsOf(asking, [row], lang, true))[0]! : asking.absent();
  },
});

const joined = sql`directory.service_at_location as at
  join directory.service as service on service.network_id = at.network_id and service.id = at.service_id
  join directory.location as place on place.network_id = at.network_id and place.id = at.location_id`;

async function readRows({ tx }: Asking<DirectoryTables>, where: RawBuilder<unknown>): Promise<At[]> {
  const { rows } = await sql<At>`select at.id, at.source_id, at.source, at.service_id, at.location_id, place.source_id as location_source_id,
    place.source as location_source from ${joined} where ${where}`.execute(tx);
  return rows;
}

async function recordsOf(asking: Asking<DirectoryTables>, rows: readonly At[], lang: string, full: boolean): Promise<Record<string, unknown>[]> {
  const entries = await readEntries(asking, [...new Set(rows.map(({ service_id }) => service_id))]);
  const around = await aroundOf(asking, entries, lang);
  const services = new Map((await hsdsRecordsOf(asking, entries, around, full)).map((record, at) => [entries[at]!.id, record]));
  return rows.flatMap((row) => {
    const entry = entries.find(({ id }) => id === row.service_id);
    const place = entry?.places.find(({ location }) => location === row.location_id);
    if (!entry || !place) return [];
    const ours = locationOf(place, lang, place.territory ? one(around(entry).territories.get(place.territory) ?? {}, lang) : undefined);
    const location = row.location_source && !('table' in row.location_source) ? row.location_source : { ...ours, id: row.location_source_id ?? ours.id };
    const record = { ...(row.source ?? {}), id: row.source_id ?? row.id };
    return [full ? { ...record, location, service: services.get(row.service_id) } : { id: record.id, location: lineOf(location), service: services.get(row.service_id) }];
  });
}

const lineOf = (record: object): Record<string, unknown> => Object.fromEntries(Object.entries(record).filter(([, member]) => !Array.isArray(member)));
