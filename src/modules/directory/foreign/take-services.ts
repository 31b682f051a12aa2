import { sql } from 'kysely';
import { changeOrganizations, sameRecord, takeOrganizations } from '#modules/network/public.ts';
import type { ForeignService } from './foreign-service.ts';
import { isRecord } from './given-back.ts';
import type { Arrival } from './organization-of-record.ts';
import { serviceOfRecord } from './service-of-record.ts';
import { columnsOfForeign, sourceOf, writeHanging, writeServices, type Writing } from './write-services.ts';

/** What became of one service of a file. */
export interface Taken {
  readonly id: string;
  readonly state: 'added' | 'changed' | 'same' | 'refused';
  /** Why it was refused. */
  readonly code?: 'twice-in-file' | 'kept-by-another-hub' | 'own-entry';
  /** What is to be written when the import is published, for one that changes. */
  readonly service?: ForeignService;
}

interface Standing {
  readonly id: string;
  readonly hub_id: string;
  readonly import_id: string | null;
  readonly source: Record<string, unknown> | null;
}

/**
 * Takes services of a file, a few hundred at a time, in the order given: new ones are written, hidden until the import is
 * published; known ones that the file tells otherwise are only named, to be changed when it is published. What this directory
 * wrote itself, or another hub keeps, is never overwritten by a file.
 */
export async function takeServices(writing: Writing, services: readonly ForeignService[], arrival?: Arrival): Promise<readonly Taken[]> {
  const standing = await servicesStanding(writing, services);
  const bodies = await takeOrganizations(writing.tx, writing, services.map(({ organization }) => organization));
  const fresh = new Map<string, ForeignService>();
  const met = new Set<string>();
  const taken = services.map((service): Taken => {
    const { id } = service;
    const known = standing.get(id);
    if (met.has(id) || known?.import_id === writing.importId) return { id, state: 'refused', code: 'twice-in-file' };
    met.add(id);
    if (known && known.hub_id !== writing.hub) return { id, state: 'refused', code: 'kept-by-another-hub' };
    if (known && known.source === null) return { id, state: 'refused', code: 'own-entry' };
    const bodyDiffers = bodies.get(service.organization.id) === 'differs';
    if (known) {
      const whole = arrival ? withKnown(service, known.source!, arrival) : service;
      return sameRecord(known.source, sourceOf(whole)) && !bodyDiffers ? { id, state: 'same' } : { id, state: 'changed', service: whole };
    }
    fresh.set(id, service);
    return { id, state: 'added' };
  });
  await writeServices(writing, [...fresh.values()]);
  return taken;
}

/** A record beside what it said before: a line of a list leaves out what a full record told, and leaving out takes nothing away. */
function withKnown(service: ForeignService, known: Record<string, unknown>, arrival: Arrival): ForeignService {
  if (!service.source || !isRecord(known)) return service;
  const both = (one: unknown, other: unknown) => (one && other && typeof one === 'object' && typeof other === 'object' ? { ...one, ...other } : (other ?? one));
  const merged: Record<string, unknown> = { ...known, ...service.source };
  for (const part of ['organization', 'program']) if (merged[part]) merged[part] = both(known[part], service.source[part]);
  return serviceOfRecord(merged, arrival);
}

/** How a service and its body stood before a file changed them. */
export interface ServiceBefore {
  readonly source: Record<string, unknown>;
  readonly organization: Record<string, unknown> | null;
}

/** Writes what a file says of services that came by a file before. Answers how each stood, in the order given. */
export async function changeServices(writing: Writing, services: readonly ForeignService[]): Promise<readonly ServiceBefore[]> {
  const { tx, network, hub, now } = writing;
  const standing = await servicesStanding(writing, services);
  const bodies = await changeOrganizations(tx, { network, hub }, services.map(({ organization }) => organization));
  await takeOrganizations(tx, writing, services.map(({ organization }) => organization));
  for (const service of services) await updateOne(writing, service);
  for (const table of ['search_words', 'schedule', 'required_document', 'cost_option', 'eligibility_rule', 'service_at_location']) {
    await sql`delete from ${sql.table(`directory.${table}`)} where network_id = ${network} and service_id = any (${services.map(({ id }) => id)}::uuid[])`.execute(tx);
  }
  await writeHanging({ ...writing, now }, services, false);
  return services.map(({ id, organization }) => ({
    source: standing.get(id)?.source ?? {}, organization: (bodies.get(organization.id) as Record<string, unknown> | undefined) ?? null,
  }));
}

async function updateOne({ tx, network, now }: Writing, service: ForeignService): Promise<void> {
  const columns = columnsOfForeign(service, now);
  const set = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${written(value)}`);
  await sql`update directory.service set ${sql.join(set)}, version = version + 1, updated_at = ${now}
    where network_id = ${network} and id = ${service.id}`.execute(tx);
}

/** A value as its column takes it: lists as lists, objects as JSON. */
const written = (value: unknown) =>
  Array.isArray(value) ? sql`${value}::text[]` : value && typeof value === 'object' && !(value instanceof Date) ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;

async function servicesStanding({ tx, network }: Writing, services: readonly ForeignService[]): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`select id, hub_id, import_id, source from directory.service
    where network_id = ${network} and id = any (${services.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
