import { isStale } from '../freshness.ts';
import type { ServiceRow } from '../directory.ts';
import type { ServiceCard } from './entry.ts';

/** The card of a service from its row; `usedOn` is the last day someone was served or assessed it, if any. */
export function cardOf(row: ServiceRow, usedOn: Date | null, now: Date): ServiceCard {
  const freshAt = usedOn && usedOn > row.verified_at ? usedOn : row.verified_at;
  return {
    id: row.id,
    version: row.version,
    hub: row.hub_id,
    organization: row.organization_id,
    names: row.names,
    descriptions: row.descriptions,
    textStatus: row.text_status,
    types: row.type_codes,
    modes: row.modes,
    stages: row.stages,
    languages: row.languages,
    areas: row.area_codes,
    status: row.status,
    listed: row.listed,
    delicate: row.delicate,
    url: row.url,
    email: row.email,
    phone: row.phone,
    childcare: row.childcare,
    transportHelp: row.transport_help,
    capacityPlaces: row.capacity_places,
    freePlaces: row.free_places,
    waitingDays: row.waiting_days,
    capacityAt: row.capacity_at,
    verifiedAt: row.verified_at,
    freshAt,
    stale: isStale(freshAt, now),
    bornOf: row.born_of,
    bornOfReference: row.born_of_reference,
    updatedAt: row.updated_at,
  };
}
