import { derivedId } from '../hsds/derived-id.ts';
import type { ForeignPlace } from './foreign-service.ts';
import { foreignId } from './foreign-id.ts';
import type { HsdsRecord } from './mend-record.ts';
import type { Arrival } from './organization-of-record.ts';
import { byLanguage } from './text-language.ts';

const within = (value: unknown, most: number): number | null => (typeof value === 'number' && Math.abs(value) <= most ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** A service_at_location with its place, in our own terms. Degrees that no place on earth has stay in the record it came as. */
export function placeOfRecord(link: HsdsRecord, service: string, arrival: Arrival): ForeignPlace | null {
  const record = (link.location as HsdsRecord | undefined) ?? null;
  const reference = record ? String(record.id) : text(link.location_id);
  if (!reference) return null;
  const id = foreignId(arrival.hub, 'location', reference);
  const [address] = (record?.addresses as HsdsRecord[] | undefined) ?? [];
  const names = byLanguage(arrival.language, record?.name, record?.alternate_name);
  const line = [address?.address_1, address?.address_2].map(text).filter(Boolean).join(', ');
  const latitude = within(record?.latitude, 90);
  const longitude = within(record?.longitude, 180);
  const { location: _, ...linkSource } = link;
  return {
    id, sourceId: reference,
    linkId: foreignId(arrival.hub, `service at location of ${service}`, String(link.id ?? derivedId(service, id))),
    linkSourceId: text(link.id),
    names: Object.keys(names).length ? names : { [arrival.language]: line || text(address?.city) || reference },
    kind: String(record?.location_type ?? 'physical'),
    address: byLanguage(arrival.language, line),
    locality: text(address?.city), postalCode: text(address?.postal_code)?.slice(0, 40) ?? null,
    territory: [address?.state_province, address?.region, address?.city].map(text).reduce<string | null>((found, name) => found ?? (name ? arrival.territory(name) : null), null),
    latitude: longitude === null ? null : latitude, longitude: latitude === null ? null : longitude,
    url: text(record?.url), source: record, linkSource,
  };
}
