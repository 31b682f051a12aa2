import type { LocationRow } from '../directory.ts';
import type { Place } from './entry.ts';
import { groupedBy } from './grouped-by.ts';
import { ofServices } from './of-services.ts';
import type { Reading } from './read-cards.ts';

/** Where each of the services named is given, by service. */
export async function readPlaces({ tx, network }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Place[]>> {
  const rows = await tx
    .selectFrom('directory.service_at_location as at')
    .innerJoin('directory.location as place', (join) =>
      join.onRef('place.network_id', '=', 'at.network_id').onRef('place.id', '=', 'at.location_id'),
    )
    .selectAll('place')
    .select(['at.id as at_id', 'at.service_id'])
    .where('at.network_id', '=', network)
    .where(ofServices(ids, 'at.service_id'))
    .orderBy('at.id')
    .execute();
  const byService = groupedBy(rows, (row) => row.service_id);
  return new Map([...byService].map(([service, places]) => [service, places.map(placeOf)]));
}

/** A place as shown, from its row joined with the link's id. */
export function placeOf(row: LocationRow & { at_id: string }): Place {
  return {
    id: row.at_id,
    location: row.id,
    names: row.names,
    kind: row.kind,
    address: row.address,
    locality: row.locality,
    postalCode: row.postal_code,
    territory: row.territory_code,
    latitude: row.latitude === null ? null : Number(row.latitude),
    longitude: row.longitude === null ? null : Number(row.longitude),
    url: row.url,
    accessibility: row.accessibility,
  };
}
