import { type RawBuilder, sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { placesAround, providersOf } from '../around.ts';
import type { DirectoryTables } from '../directory.ts';
import { staleBefore } from '../freshness.ts';
import type { ServiceFilter } from './service-filter.input.ts';

/** The conditions a service must meet for a filter, as SQL over `directory.service as service`. `found` are hits of the words. */
export async function conditionsOf(
  asking: Asking<DirectoryTables>,
  filter: ServiceFilter,
  found: ReadonlyMap<string, number> | null,
  listedOnly: boolean,
): Promise<RawBuilder<unknown>> {
  const all = [sql`service.network_id = ${asking.network}`, sql`service.status <> 'defunct'`];
  if (listedOnly) all.push(sql`service.listed`);
  const gone = await goneProviders(asking);
  if (gone.length) all.push(sql`service.organization_id <> all (${gone}::uuid[])`);
  if (found) all.push(sql`service.id = any (${[...found.keys()]}::uuid[])`);
  if (filter.type) all.push(sql`service.type_codes @> ${[filter.type]}::text[]`);
  if (filter.stage) all.push(sql`(service.stages = '{}' or service.stages @> ${[filter.stage]}::text[])`);
  if (filter.mode) all.push(sql`service.modes @> ${[filter.mode]}::text[]`);
  if (filter.language) all.push(sql`service.languages @> ${[filter.language]}::text[]`);
  if (filter.stale) all.push(sql`${freshOn} < ${staleBefore(asking.now)}`);
  if (filter.territory) all.push(await withinTerritory(asking, filter.territory));
  return sql.join(all, sql` and `);
}

/** The last sign of life of a service: its check, or the last day someone was served. */
export const freshOn = sql<Date>`greatest(service.verified_at, (select max(use.used_on) from directory.service_use as use
  where use.network_id = service.network_id and use.service_id = service.id)::timestamp at time zone 'UTC')`;

async function withinTerritory(asking: Asking<DirectoryTables>, code: string): Promise<RawBuilder<unknown>> {
  const codes = [...(await placesAround(asking, code))];
  return sql`(service.area_codes && ${codes}::text[] or exists (
    select from directory.service_at_location as at
    join directory.location as place on place.network_id = at.network_id and place.id = at.location_id
    where at.network_id = service.network_id and at.service_id = service.id and place.territory_code = any (${codes}::text[])))`;
}

/** Providers whose membership ended: their services are hidden, their history stays (domain row 0.1). */
async function goneProviders(asking: Asking<DirectoryTables>): Promise<string[]> {
  const rows = await asking.tx
    .selectFrom('directory.service')
    .select('organization_id')
    .distinct()
    .where('network_id', '=', asking.network)
    .execute();
  const providers = await providersOf(asking, rows.map((row) => row.organization_id));
  const today = asking.now.toISOString().slice(0, 10);
  return [...providers.values()].filter(({ leftOn }) => leftOn !== null && leftOn <= today).map(({ id }) => id);
}
