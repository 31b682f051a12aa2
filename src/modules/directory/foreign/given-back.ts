import type { OrganizationCard } from '#modules/network/public.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import type { ForeignService } from './foreign-service.ts';
import type { HsdsRecord } from './mend-record.ts';
import { type Arrival, organizationOfRecord } from './organization-of-record.ts';
import { serviceOfRecord } from './service-of-record.ts';

/** Is this the record of another publisher, rather than a row of a table? */
export const isRecord = (source: Record<string, unknown> | null | undefined): source is HsdsRecord => !!source && !('table' in source);

/**
 * An imported service as HSDS: the record it came as, whole, with its own ids, and in place of each member that was changed here
 * since, what stands here now. `ours` is the record made from our columns; `full` false leaves lists out, as a line of a list.
 */
export function serviceGivenBack(entry: ServiceEntry, source: HsdsRecord, ours: HsdsRecord, body: HsdsRecord | undefined, arrival: Arrival, full: boolean): HsdsRecord {
  const came = serviceOfRecord(source, arrival);
  const record: HsdsRecord = { ...source };
  for (const [members, changed] of changes) {
    if (!changed(entry, came)) continue;
    for (const member of members) {
      if (ours[member] === undefined) delete record[member];
      else record[member] = ours[member];
    }
  }
  if (body) record.organization = body;
  if (full) return record;
  return Object.fromEntries(Object.entries(record).filter(([member, value]) => !Array.isArray(value) && (member === 'organization' || member === 'program' || typeof value !== 'object')).map(([member, value]) => [member, lineOf(value)]));
}

/** A part inside a line of a list, without its own lists. */
const lineOf = (value: unknown): unknown =>
  value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([, member]) => !Array.isArray(member))) : value;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
const spoken = (texts: object): unknown => Object.entries(texts).filter(([, text]) => text).sort(([a], [b]) => (a < b ? -1 : 1));

/** Which members of a record follow from which of our columns, and whether those were changed here. */
const changes: readonly (readonly [readonly string[], (now: ServiceEntry, came: ForeignService) => boolean])[] = [
  [['name', 'alternate_name'], (now, came) => !same(spoken(now.names), spoken(came.names))],
  [['description'], (now, came) => !same(spoken(now.descriptions), spoken(came.descriptions))],
  [['url'], (now, came) => now.url !== came.url],
  [['email'], (now, came) => now.email !== came.email],
  [['phones'], (now, came) => now.phone !== came.phone],
  [['status'], (now, came) => now.status !== came.status],
  [['wait_time'], (now, came) => now.waitingDays !== came.waitingDays],
  [['capacities'], (now, came) => now.capacityPlaces !== came.capacityPlaces || now.freePlaces !== came.freePlaces],
  [['languages'], (now, came) => !same(sorted(now.languages), sorted(came.languages))],
  [['service_areas'], (now, came) => !same(sorted(now.areas), sorted(came.areas))],
  [['attributes'], (now, came) => !same(now.types, came.types) || !same(sorted(now.modes), sorted(came.modes)) || !same(sorted(now.stages), sorted(came.stages)) || now.childcare !== came.childcare || now.transportHelp !== came.transportHelp],
  [['cost_options'], (now, came) => !same(now.costs.map(({ amountMinor, currency }) => [amountMinor, currency]), came.costs.map(({ amountMinor, currency }) => [amountMinor, currency]))],
  [['required_documents'], (now, came) => !same(now.documents.map(({ names }) => spoken(names)), came.documents.map(spoken))],
  [['schedules'], (now, came) => !same(sorted(now.openings.map(({ weekday, opens, closes }) => `${weekday} ${opens.slice(0, 5)} ${closes.slice(0, 5)}`)), sorted(came.openings.map(({ weekday, opens, closes }) => `${weekday} ${opens} ${closes}`)))],
  [['eligibility_description', 'minimum_age', 'maximum_age'], (now, came) => !same(now.rules.map(({ field, lowest, highest }) => [field, lowest, highest]), came.ages ? [['age', came.ages.lowest, came.ages.highest]] : [])],
  [['service_at_locations'], (now, came) => !same(sorted(now.places.map(({ location }) => location)), sorted(came.places.map(({ id }) => id)))],
  // Checked again here since the publisher last said so.
  [['assured_date'], (now, came) => now.version > 1 && now.freshAt.toISOString().slice(0, 10) > (came.verifiedAt ?? '9999')],
];

/** An imported body as HSDS: the record it came as, and what was changed here since. */
export function organizationGivenBack(card: OrganizationCard, source: HsdsRecord, ours: HsdsRecord, arrival: Arrival): HsdsRecord {
  const came = organizationOfRecord(source, null, arrival);
  const record: HsdsRecord = { ...source };
  const members: readonly (readonly [readonly string[], boolean])[] = [
    [['name', 'alternate_name'], !same(spoken(card.names), spoken(came.names))],
    [['description'], !same(spoken(card.descriptions), spoken(came.descriptions))],
    [['email'], card.email !== came.email],
    [['website'], card.website !== came.website],
    [['legal_status'], card.legalStatus !== came.legalStatus],
    [['year_incorporated'], card.foundedYear !== came.foundedYear],
  ];
  for (const [names, changed] of members) {
    for (const name of changed ? names : []) {
      if (ours[name] === undefined) delete record[name];
      else record[name] = ours[name];
    }
  }
  return record;
}
