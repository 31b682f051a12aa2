import { currencies, minorUnits } from '../entry/money.ts';
import { derivedId } from '../hsds/derived-id.ts';
import { serviceModes } from '../service-mode.ts';
import { serviceStages } from '../service-stage.ts';
import { serviceTaxonomy, serviceTypeCodes, serviceTypes } from '../service-type.ts';
import { spokenLanguages } from '../entry/service.input.ts';
import type { ForeignService } from './foreign-service.ts';
import { foreignId } from './foreign-id.ts';
import type { HsdsRecord } from './mend-record.ts';
import { type Arrival, organizationOfRecord } from './organization-of-record.ts';
import { placeOfRecord } from './place-of-record.ts';
import { isoDay } from './read-value.ts';
import { byLanguage } from './text-language.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);
const parts = (value: unknown): readonly HsdsRecord[] => (Array.isArray(value) ? (value as HsdsRecord[]) : []);
const within = (value: unknown): number | null => (typeof value === 'number' && value >= 0 && value <= 120 ? Math.round(value) : null);

/** A mended HSDS service in our own terms. What our columns cannot say stays in `source` and is given back from there. */
export function serviceOfRecord(record: HsdsRecord, arrival: Arrival): ForeignService {
  const sourceId = String(record.id);
  const id = foreignId(arrival.hub, 'service', sourceId);
  const terms = parts(record.attributes).map(({ taxonomy_term }) => (taxonomy_term ?? {}) as HsdsRecord);
  const places = parts(record.service_at_locations).flatMap((link) => placeOfRecord(link, id, arrival) ?? []);
  const [phone] = parts(record.phones);
  const [capacity] = parts(record.capacities);
  const maximum = whole(capacity?.maximum);
  const available = whole(capacity?.available);
  return {
    id, sourceId, source: record,
    organization: organizationOfRecord((record.organization as HsdsRecord | undefined) ?? null, text(record.organization_id), arrival),
    names: byLanguage(arrival.language, record.name, record.alternate_name),
    descriptions: byLanguage(arrival.language, record.description),
    types: typesOf(terms), stages: codesIn(terms, 'hadina-stage', serviceStages), modes: modesOf(terms, places.map(({ kind }) => kind)),
    languages: parts(record.languages).flatMap(({ code }) => spokenLanguages.filter((known) => known === code)),
    areas: [...new Set(parts(record.service_areas).flatMap(({ extent, name }) => arrival.territory(String(extent ?? '')) ?? arrival.territory(String(name ?? '')) ?? []))],
    // HSDS "inactive" is not offered now and may come back: for us it is closed for the time being.
    status: record.status === 'inactive' ? 'temporarily closed' : String(record.status), listed: true,
    url: text(record.url), email: text(record.email), phone: text(phone?.number)?.slice(0, 40) ?? null,
    childcare: terms.some(({ taxonomy, code }) => taxonomy === 'hadina-help' && code === 'childcare'),
    transportHelp: terms.some(({ taxonomy, code }) => taxonomy === 'hadina-help' && code === 'transport'),
    capacityPlaces: maximum, freePlaces: available !== null && (maximum === null || available <= maximum) ? available : null,
    waitingDays: Number(/^(\d{1,4}) days$/u.exec(String(record.wait_time ?? ''))?.[1] ?? Number.NaN) || null,
    verifiedAt: isoDay(String(record.assured_date ?? '')) ?? null,
    places, openings: parts(record.schedules).flatMap((schedule) => openingsOf(schedule, arrival.today)),
    documents: parts(record.required_documents).flatMap(({ document }) => (text(document) ? [byLanguage(arrival.language, document)] : [])),
    costs: parts(record.cost_options).flatMap((cost) => costOf(cost, arrival)), ages: agesOf(record),
  };
}

const whole = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e6 ? value : null);

const codesIn = <const C extends string>(terms: readonly HsdsRecord[], taxonomy: string, codes: readonly C[]): C[] =>
  codes.filter((code) => terms.some((term) => term.taxonomy === taxonomy && term.code === code));

/** Our own kinds when the record names them, else those that the same Open Eligibility terms stand for, else information. */
function typesOf(terms: readonly HsdsRecord[]): readonly string[] {
  const own = codesIn(terms, serviceTaxonomy.code, serviceTypeCodes);
  if (own.length) return terms.flatMap(({ taxonomy, code }) => (taxonomy === serviceTaxonomy.code ? own.filter((each) => each === code) : []));
  const alike = serviceTypes.filter(({ openEligibility }) => openEligibility.some((open) => terms.some((term) => term.code === open.code || term.name === open.name)));
  return alike.length ? alike.map(({ code }) => code) : ['INF'];
}

function modesOf(terms: readonly HsdsRecord[], kinds: readonly string[]): readonly string[] {
  const own = codesIn(terms, 'hadina-mode', serviceModes);
  if (own.length) return own;
  const online = kinds.includes('virtual') ? ['online'] : [];
  return kinds.some((kind) => kind !== 'virtual') || online.length === 0 ? ['on-site', ...online] : online;
}

const days = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const clock = (value: unknown): string | null => /^([01]\d|2[0-3]):[0-5]\d/u.exec(String(value ?? ''))?.[0] ?? null;

/** The weekly hours of a schedule that still runs; other rhythms stay in the record only. */
function openingsOf({ freq, byday, opens_at, closes_at, valid_to, interval, description }: HsdsRecord, today: string): ForeignService['openings'] {
  const [opens, closes] = [clock(opens_at), clock(closes_at)];
  if ((freq ?? 'WEEKLY') !== 'WEEKLY' || Number(interval ?? 1) !== 1 || !opens || !closes || opens >= closes) return [];
  if (String(valid_to ?? '9999') < today || /^Ramadan/u.test(String(description ?? ''))) return [];
  const named = String(byday ?? '').toUpperCase().split(/[,;\s]+/u).map((day) => days.indexOf(day));
  return [...new Set(named)].filter((weekday) => weekday > 0).map((weekday) => ({ weekday, opens, closes }));
}

function costOf({ amount, currency, option }: HsdsRecord, { language }: Arrival): ForeignService['costs'] {
  const known = currencies.find((code) => code === String(currency ?? '').toUpperCase());
  const amountMinor = known && typeof amount === 'number' ? minorUnits(String(amount), known) : null;
  return known && amountMinor !== null ? [{ amountMinor, currency: known, names: byLanguage(language, option) }] : [];
}

function agesOf({ minimum_age, maximum_age }: HsdsRecord): ForeignService['ages'] {
  const [lowest, highest] = [within(minimum_age), within(maximum_age)];
  if ((lowest === null && highest === null) || (lowest !== null && highest !== null && lowest > highest)) return null;
  return { lowest, highest };
}

/** A record's id when it has none: made from its body and its name, so that the same record arrives as the same again. */
export const idWithoutId = (record: HsdsRecord, hub: string): string =>
  derivedId(hub, `unnamed ${String(record.organization_id ?? (record.organization as HsdsRecord | undefined)?.id ?? '')} ${String(record.name ?? '')}`);
