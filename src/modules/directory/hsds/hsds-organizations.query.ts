import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { maybe, text } from '#core/input.ts';
import { dayHere, listedOrganizations, type OrganizationCard, organizationsByIds } from '#modules/network/public.ts';
import { type DirectoryTables, query } from '../directory.ts';
import { readEntries } from '../entry/read-entries.ts';
import { aroundOf } from './around-of.ts';
import { derivedId } from './derived-id.ts';
import { listedWhere, organizationNamed } from './listed-services.ts';
import { flag, pageOf, pageParameters } from './page-of.ts';
import { bodiesOf, hsdsRecordsOf } from './records-of.ts';

/** A body with so many services names the first of them only; the whole list is `/services?organization_id=`. */
const mostServices = 100;

interface Wish { readonly lang: string; readonly full: boolean; readonly fullService: boolean }

/** A page of the listed bodies as HSDS organizations. */
export const hsdsOrganizations = query({
  name: 'hsds-organizations',
  says: 'The bodies of the public directory as HSDS, page by page',
  input: z.object({ ...pageParameters, full: flag(), full_service: flag(), taxonomy_term_id: maybe(text(300)), taxonomy_id: maybe(text(300)) }),
  run: async (asking, { search, page = 1, per_page = 50, lang = 'fr', full = false, full_service = false, taxonomy_term_id, taxonomy_id }) => {
    const only = taxonomy_term_id || taxonomy_id ? await providersWith(asking, { taxonomy_term_id, taxonomy_id }) : undefined;
    const { bodies, total } = await listedOrganizations(asking.tx, {
      day: await dayHere(asking), search, only, limit: per_page, offset: (page - 1) * per_page,
    });
    return pageOf(total, page, per_page, await recordsOf(asking, bodies, { lang, full, fullService: full_service }));
  },
});

/** One listed body as an HSDS organization, with its places and services. */
export const hsdsOrganization = query({
  name: 'hsds-organization',
  says: 'One body of the public directory as HSDS',
  input: z.object({ id: text(300), full_service: flag(), lang: pageParameters.lang }),
  run: async (asking, { id, lang = 'fr', full_service = false }) => {
    const { rows } = await sql<{ id: string }>`${organizationNamed(asking.network, id)}`.execute(asking.tx);
    const [body] = await organizationsByIds(asking.tx, rows.map((row) => row.id));
    if (!body?.listed || (body.leftOn && body.leftOn <= (await dayHere(asking)))) return asking.absent();
    return (await recordsOf(asking, [body], { lang, full: true, fullService: full_service }))[0]!;
  },
});

async function providersWith(asking: Asking<DirectoryTables>, filter: { taxonomy_term_id?: string | undefined; taxonomy_id?: string | undefined }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct service.organization_id as id from directory.service as service
    where ${await listedWhere(asking, filter)}`.execute(asking.tx);
  return rows.map(({ id }) => id);
}

async function recordsOf(asking: Asking<DirectoryTables>, bodies: readonly OrganizationCard[], { lang, full, fullService }: Wish): Promise<Record<string, unknown>[]> {
  const records = await bodiesOf(asking, bodies, lang);
  if (!full) return records.map(lineOf);
  const whole: Record<string, unknown>[] = [];
  for (const [at, body] of bodies.entries()) {
    const phones = body.phone ? [{ id: derivedId(body.id, 'phone'), organization_id: body.id, number: body.phone, type: 'voice' }] : [];
    const services = await servicesOf(asking, body.id, lang, fullService);
    whole.push({ ...(phones.length ? { phones } : {}), ...records[at], ...(services.length ? { services } : {}) });
  }
  return whole;
}

/** A body without the lists that came with it. */
const lineOf = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, member]) => !Array.isArray(member)));

async function servicesOf(asking: Asking<DirectoryTables>, body: string, lang: string, full: boolean): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ id: string }>`select service.id from directory.service as service
    where ${await listedWhere(asking, {})} and service.organization_id = ${body} order by service.id limit ${mostServices}`.execute(asking.tx);
  const entries = await readEntries(asking, rows.map(({ id }) => id));
  return (await hsdsRecordsOf(asking, entries, await aroundOf(asking, entries, lang), full)).map(({ organization, ...record }) => record);
}
