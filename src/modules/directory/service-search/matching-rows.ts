import { type RawBuilder, sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { dayHere, organizationsGone } from '#modules/network/public.ts';
import { placesAround } from '../around.ts';
import type { DirectoryTables } from '../directory.ts';
import { staleBefore } from '../freshness.ts';
import type { ServiceFilter } from './service-filter.input.ts';

/** What a list is narrowed to: whether only what anyone may see, and the bodies whose services are hidden. */
export interface Narrowing {
  readonly listedOnly: boolean;
  readonly gone: readonly string[];
}

/** Bodies whose membership ended: their services are hidden, their history stays (domain row 0.1). */
export const goneProviders = async (asking: Asking<DirectoryTables>): Promise<readonly string[]> =>
  organizationsGone(asking.tx, await dayHere(asking));

/** The conditions a service must meet for the facets of a filter, as SQL over `directory.service as service`. */
export async function conditionsOf(asking: Asking<DirectoryTables>, filter: ServiceFilter, { listedOnly, gone }: Narrowing): Promise<RawBuilder<unknown>> {
  const all = [sql`service.network_id = ${asking.network}`, sql`service.status <> 'defunct'`];
  if (listedOnly) all.push(sql`service.listed`);
  if (gone.length) all.push(sql`service.organization_id <> all (${[...gone]}::uuid[])`);
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
