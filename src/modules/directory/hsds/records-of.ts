import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { isUuid } from '#core/id.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { type Country, localeOf } from '#core/words/locale.ts';
import { hubsOf, type OrganizationCard, territoryNamed } from '#modules/network/public.ts';
import type { DirectoryTables } from '../directory.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import { isRecord, organizationGivenBack, serviceGivenBack } from '../foreign/given-back.ts';
import type { Arrival } from '../foreign/organization-of-record.ts';
import { organizationOf } from './organization-of.ts';
import { type Around, serviceLineOf, serviceOf } from './service-of.ts';

type Reading = Pick<Asking<DirectoryTables>, 'tx' | 'network' | 'now'>;
interface Came { readonly id: string; readonly source_id: string | null; readonly source: Record<string, unknown> | null }

/** The service behind an HSDS id: our own key, or the id it came with from another directory, letter by letter. */
export async function serviceBySource({ tx, network }: Reading, written: string): Promise<string | undefined> {
  const lower = written.toLowerCase();
  const { rows } = await sql<{ id: string }>`select id from directory.service where network_id = ${network} and source_id = ${written}
    union all select id from directory.service where network_id = ${network} and id = ${isUuid(lower) ? lower : null}::uuid limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Where imported records of a hub belong, to read again what they said when they came. */
export async function arrivals({ tx, now }: Reading): Promise<(hub: string) => Arrival> {
  const countries = new Map((await hubsOf(tx)).map((hub) => [hub.id, hub.country]));
  return (hub) => arrivalAt(hub, countries.get(hub) ?? 'TN', now);
}

/** One hub as a place of arrival; texts that tell no language are French there. */
export const arrivalAt = (hub: string, country: string, now: Date, language: Arrival['language'] = 'fr'): Arrival => ({
  hub, country, language, today: clockIn(localeOf('ar', country as Country).timeZone, now).date, territory: (written) => territoryNamed(written, country) ?? null,
});

/** Entries as HSDS records, in their order: what came from another directory is given back as it came, with what changed here since. */
export async function hsdsRecordsOf(
  reading: Reading, entries: readonly ServiceEntry[], around: (entry: ServiceEntry) => Around, full: boolean,
): Promise<Record<string, unknown>[]> {
  const services = await cameAs(reading, 'directory.service', entries.map(({ id }) => id));
  const bodies = await cameAs(reading, 'network.organization', entries.map(({ organization }) => organization));
  const arrival = await arrivals(reading);
  return entries.map((entry) => {
    const there = around(entry);
    const ours = full ? serviceOf(entry, there) : serviceLineOf(entry, there);
    const came = services.get(entry.id);
    const body = there.provider && bodyOf(there, bodies.get(entry.organization), arrival(entry.hub));
    if (!isRecord(came?.source)) return { ...ours, id: came?.source_id ?? ours.id, ...(body ? { organization: body } : {}) };
    return serviceGivenBack(entry, came.source, full ? ours : serviceOf(entry, there), came.source.organization ? body : undefined, arrival(entry.hub), full);
  });
}

function bodyOf({ provider, lang }: Pick<Around, 'provider' | 'lang'>, came: Came | undefined, arrival: Arrival): Record<string, unknown> {
  const ours = organizationOf(provider!, lang);
  return isRecord(came?.source) ? organizationGivenBack(provider!, came.source, ours, arrival) : { ...ours, id: came?.source_id ?? ours.id };
}

/** Listed bodies as HSDS organizations, each as it came with what changed here since. */
export async function bodiesOf(reading: Reading, cards: readonly OrganizationCard[], lang: string): Promise<Record<string, unknown>[]> {
  const came = await cameAs(reading, 'network.organization', cards.map(({ id }) => id));
  const arrival = await arrivals(reading);
  return cards.map((card) => bodyOf({ provider: card, lang }, came.get(card.id), arrival(card.hub ?? '')));
}

async function cameAs({ tx, network }: Reading, table: string, ids: readonly string[]): Promise<ReadonlyMap<string, Came>> {
  const { rows } = await sql<Came>`select id, source_id, source from ${sql.table(table)}
    where network_id = ${network} and id = any (${[...new Set(ids)]}::uuid[]) and source_id is not null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
