import type { Multilingual } from '#core/input.ts';
import type { OrganizationCard } from '#modules/network/public.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import { attributesOf } from './attributes-of.ts';
import { costsOf } from './costs-of.ts';
import { derivedId } from './derived-id.ts';
import { eligibilityOf } from './eligibility-of.ts';
import { locationOf } from './location-of.ts';
import { organizationOf } from './organization-of.ts';
import { schedulesOf } from './schedules-of.ts';
import { one, others } from './texts.ts';
import { withoutEmpty } from './without-empty.ts';

/** What surrounds an entry: its provider, names of territories, the language asked for, the hub's time zone, now. */
export interface Around {
  readonly provider: OrganizationCard | undefined;
  readonly territories: ReadonlyMap<string, Multilingual>;
  readonly lang: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** A service with its one-to-one fields only: a line of `GET /hsds/services`. */
export function serviceLineOf(entry: ServiceEntry, around: Around): Record<string, unknown> {
  const { lang, provider } = around;
  return withoutEmpty({
    id: entry.id,
    name: one(entry.names, lang),
    alternate_name: others(entry.names, lang),
    description: one(entry.descriptions, lang),
    url: entry.url,
    email: entry.email,
    status: entry.status,
    wait_time: entry.waitingDays === null ? undefined : `${entry.waitingDays} days`,
    fees_description: entry.costs.length && entry.costs.every(({ amountMinor }) => amountMinor === 0) ? 'Free of charge' : undefined,
    ...eligibilityOf(entry, around),
    assured_date: entry.freshAt.toISOString().slice(0, 10),
    alert: entry.stale ? 'This entry has not been checked for more than 180 days' : undefined,
    last_modified: entry.updatedAt.toISOString(),
    organization: provider ? organizationOf(provider, lang) : undefined,
  });
}

/** A service with all that belongs to it: `GET /hsds/services/{id}`. */
export function serviceOf(entry: ServiceEntry, around: Around): Record<string, unknown> {
  const { lang, territories } = around;
  const placeName = (code: string | null): string | undefined => (code ? one(territories.get(code) ?? {}, lang) : undefined);
  return withoutEmpty({
    ...serviceLineOf(entry, around),
    phones: entry.phone ? [{ id: derivedId(entry.id, 'phone'), service_id: entry.id, number: entry.phone, type: 'voice' }] : [],
    schedules: schedulesOf(entry, around.timeZone, around.now),
    service_areas: entry.areas.map((code) => withoutEmpty({
      id: derivedId(entry.id, `area ${code}`), service_id: entry.id, name: placeName(code) ?? code, extent: code, extent_type: 'text',
    })),
    service_at_locations: entry.places.map((place) => ({
      id: place.id, service_id: entry.id, location_id: place.location, location: locationOf(place, lang, placeName(place.territory)),
    })),
    languages: entry.languages.map((code) => ({ id: derivedId(entry.id, `language ${code}`), service_id: entry.id, name: languageName(code), code })),
    cost_options: costsOf(entry, lang),
    required_documents: entry.documents.map(({ id, names }) => ({ id, service_id: entry.id, document: one(names, lang) })),
    capacities: capacitiesOf(entry),
    attributes: attributesOf(entry, lang),
  });
}

const languageName = (code: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;

function capacitiesOf(entry: ServiceEntry): unknown[] {
  if (entry.freePlaces === null || entry.capacityAt === null) return [];
  return [withoutEmpty({
    id: derivedId(entry.id, 'capacity'),
    service_id: entry.id,
    unit: { id: derivedId(entry.id, 'capacity unit'), name: 'place' },
    available: entry.freePlaces,
    maximum: entry.capacityPlaces,
    updated: entry.capacityAt.toISOString(),
  })];
}
