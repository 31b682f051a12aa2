import { arrivalAt, changeServices, type ForeignOrganization, type ForeignService, type HsdsRecord, idWithoutId, mendRecord, organizationOfRecord, serviceOfRecord, type ServiceBefore, takeServices } from '#modules/directory/public.ts';
import { changeOrganizations, hubCard, takeOrganizations } from '#modules/network/public.ts';
import type { Doing } from '#core/action.ts';
import type { ExchangeTables, ImportRow, Problem } from '../exchange.ts';
import type { Stand } from '../undo-import/stand.ts';
import { type Brought, fallen, type Kind, type Outcome } from './kind.ts';

type Read =
  | { readonly number: number; readonly service: ForeignService; readonly problems: readonly Problem[] }
  | { readonly number: number; readonly organization: ForeignOrganization; readonly problems: readonly Problem[] }
  | { readonly number: number; readonly outcome: Outcome };

/** Records of other directories: services with everything that hangs on them, or organizations alone. */
export const hsdsKind: Kind = {
  take: async (doing, of, rows) => {
    const arrival = await arrivalOf(doing, of);
    const read = rows.map((row) => readRecord(row, of.hub_id, arrival));
    const services = read.flatMap((each) => ('service' in each ? [each] : []));
    const taken = await takeServices(writing(doing, of), services.map(({ service }) => service), arrival);
    const organizations = read.flatMap((each) => ('organization' in each ? [each] : []));
    const bodies = await takeOrganizations(doing.tx, writing(doing, of), organizations.map(({ organization }) => organization));
    const outcomes = new Map<number, Outcome>([
      ...services.map(({ number, service, problems }, at): [number, Outcome] => [number, outcomeOf(number, taken[at]!, problems, { service: taken[at]!.service ?? service })]),
      ...organizations.map(({ number, organization, problems }): [number, Outcome] => [number, bodyOutcome(number, organization, bodies.get(organization.id)!, problems)]),
    ]);
    return read.map((each) => ('outcome' in each ? each.outcome : outcomes.get(each.number)!));
  },
  change: async (doing, of, changes) => {
    const wanted = changes as readonly { service?: ForeignService; organization?: ForeignOrganization }[];
    const services = await changeServices(writing(doing, of), wanted.flatMap(({ service }) => service ?? []));
    const bodies = await changeOrganizations(doing.tx, writing(doing, of), wanted.flatMap(({ organization }) => organization ?? []));
    let at = 0;
    return wanted.map(({ service, organization }) => (service ? { service: services[at++] } : { organization: bodies.get(organization!.id) ?? null }));
  },
  putBack: async (doing, of, before) => {
    const arrival = await arrivalOf(doing, of);
    const stood = before as readonly { service?: ServiceBefore; organization?: Record<string, unknown> | null }[];
    const bodies = stood.flatMap(({ service, organization }): Record<string, unknown>[] => { const body = service?.organization ?? organization; return body ? [body] : []; });
    await changeOrganizations(doing.tx, writing(doing, of), bodies.map((source) => ('table' in source ? (source.table as ForeignOrganization) : organizationOfRecord(source, null, arrival))));
    await changeServices(writing(doing, of), stood.flatMap(({ service }) => (service ? [serviceBefore(service.source, arrival)] : [])));
  },
  get stands() { return serviceStands; },
};

const ofService = ['search_words', 'schedule', 'required_document', 'cost_option', 'eligibility_rule', 'priority_group', 'may_lose', 'service_at_location'];

/** Where services of a file stand: the service, its places, its body. */
export const serviceStands: readonly Stand[] = [
  { table: 'directory.service', hanging: ofService.map((name) => [`directory.${name}`, 'service_id'] as const) },
  { table: 'directory.location', hanging: [] },
  { table: 'network.organization', hanging: [] },
];

/** A service as it stood before, from what was kept of it. */
export const serviceBefore = (source: Record<string, unknown>, arrival: ReturnType<typeof arrivalAt>): ForeignService =>
  'table' in source ? { ...(source.table as ForeignService), source: null } : serviceOfRecord(source, arrival);

/** Where rows of this import are written. */
export const writing = ({ tx, network, now }: Doing<ExchangeTables>, { hub_id: hub, id }: ImportRow) => ({ tx, network, hub, importId: id, now });

/** The hub as a place of arrival: its country, the language that was said beside the file. */
export async function arrivalOf({ tx, now }: Doing<ExchangeTables>, { hub_id: hub, options }: ImportRow) {
  return arrivalAt(hub, (await hubCard(tx, hub))?.country ?? 'TN', now, options.language ?? 'fr');
}

const serviceOnly = [
  'status', 'organization', 'organization_id', 'program_id', 'service_at_locations', 'service_areas', 'cost_options', 'required_documents', 'eligibility_description', 'minimum_age', 'maximum_age', 'fees',
  'fees_description', 'application_process', 'interpretation_services', 'assured_date', 'capacities', 'wait_time', 'alert', 'eligibility', 'eligibilitys', 'service_taxonomys', 'service_taxonomies', 'schedules', 'regular_schedules',
];
const bodyOnly = ['year_incorporated', 'legal_status', 'website', 'tax_status', 'tax_id', 'organization_identifiers', 'parent_organization_id', 'additional_websites', 'logo', 'locations', 'programs'];
const placeOnly = ['location_type', 'latitude', 'longitude', 'addresses', 'physical_addresses', 'transportation', 'address_1'];
const termOnly = ['taxonomy', 'taxonomy_id', 'taxonomy_detail', 'term_uri', 'parent_id', 'version', 'vocabulary'];

/** What a record of another directory is, by the members that only one kind of object has; nothing is guessed where none stands. */
function objectOf(cells: Brought['cells']): 'service' | 'organization' | 'another' | 'unclear' {
  const has = (members: readonly string[]): boolean => members.some((member) => cells[member] !== undefined && cells[member] !== null);
  if (has(['location_type', 'service_id']) || (has(['location', 'location_id']) && !has(['status', 'organization', 'organization_id']))) return 'another';
  const isService = has(serviceOnly);
  if (isService && !(has(placeOnly) && !has(['status', 'organization', 'service_at_locations']))) return 'service';
  if (has(placeOnly) || has(termOnly) || has(['number', 'opens_at', 'document', 'taxonomy_term'])) return 'another';
  if (has(bodyOnly) || (has(['uri']) && !has(['languages', 'licenses']))) return 'organization';
  return has(['accreditations', 'licenses', 'languages', 'additional_urls']) ? 'service' : 'unclear';
}

const usualId = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : typeof value === 'number' ? String(value) : undefined);

function readRecord({ number, cells }: Brought, hub: string, arrival: Awaited<ReturnType<typeof arrivalOf>>): Read {
  const what = objectOf(cells);
  if (what === 'another') return { number, outcome: fallen(number, '', 'record-of-another-kind') };
  const given = usualId(cells.id);
  const name = [cells.name, cells.alternate_name].find((each) => typeof each === 'string' && each.trim());
  if (!name) return { number, outcome: fallen(number, 'name', 'name-missing') };
  if (what === 'unclear') return { number, outcome: fallen(number, 'status', 'record-unclear') };
  const isBody = what === 'organization';
  const named = { ...cells, name: cells.name ?? name, id: given ?? idWithoutId(cells, hub) } as HsdsRecord;
  const { record, remarks } = mendRecord(isBody ? 'organization' : 'service', named, hub);
  const problems: Problem[] = [...(given ? [] : [{ field: 'id', code: 'id-missing' }]), ...remarks];
  if (!record.id) return { number, outcome: fallen(number, 'id', 'record-not-readable') };
  return isBody ? { number, organization: organizationOfRecord(record, null, arrival), problems } : { number, service: serviceOfRecord(record, arrival), problems };
}

/** What became of a service's row. */
export const outcomeOf = (number: number, { state, id, code }: { state: Outcome['state']; id: string; code?: string }, problems: readonly Problem[], change: unknown): Outcome => ({
  number, state, subject: state === 'refused' ? null : id,
  problems: code ? [...problems, { field: 'id', code, fatal: true }] : problems,
  ...(state === 'changed' ? { change } : {}),
});

/** What became of a body's row. */
export function bodyOutcome(number: number, organization: ForeignOrganization, as: string, problems: readonly Problem[]): Outcome {
  const code = as === 'kept-elsewhere' ? { code: 'kept-by-others' } : {};
  const state = as === 'added' ? 'added' : as === 'same' ? 'same' : as === 'differs' ? 'changed' : 'refused';
  return outcomeOf(number, { state, id: organization.id, ...code }, problems, { organization });
}
