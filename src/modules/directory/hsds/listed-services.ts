import { type RawBuilder, sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { isUuid } from '#core/id.ts';
import type { DirectoryTables } from '../directory.ts';
import { copyOf } from '../copy/copy-of.ts';
import { findServices } from '../search/find-services.ts';
import { conditionsOf, goneProviders } from '../service-search/matching-rows.ts';
import { findServiceType, serviceTypeCodes } from '../service-type.ts';
import { allTerms, taxonomies, taxonomyId, type Term, termId } from './taxonomy-terms.ts';

/** What the lists of the HSDS API may be narrowed by. */
export interface ListedFilter {
  readonly search?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly modified_after?: Date | undefined;
  readonly taxonomy_term_id?: string | undefined;
  readonly taxonomy_id?: string | undefined;
}

/** The conditions of a filter over `directory.service as service`: what anyone may see. Ids may be those of another directory. */
export async function listedWhere(asking: Asking<DirectoryTables>, filter: ListedFilter): Promise<RawBuilder<unknown>> {
  const all = [await conditionsOf(asking, { stale: false }, { listedOnly: true, gone: await goneProviders(asking) })];
  if (filter.search) {
    const copy = await copyOf(asking);
    const hits = await findServices(asking, copy, filter.search);
    if (hits) all.push(sql`service.id = any (${hits.positions.map((at) => copy.ids[at]!)}::uuid[])`);
  }
  if (filter.organization_id) all.push(sql`service.organization_id in (${organizationNamed(asking.network, filter.organization_id)})`);
  if (filter.modified_after) all.push(sql`service.updated_at >= ${filter.modified_after}`);
  if (filter.taxonomy_term_id) all.push(anyOf(allTerms('en').filter((term) => termId(term) === filter.taxonomy_term_id)));
  if (filter.taxonomy_id) {
    const named = taxonomies.find(({ name }) => taxonomyId(name) === filter.taxonomy_id)?.name;
    all.push(anyOf(allTerms('en').filter(({ taxonomy }) => taxonomy === named)));
  }
  return sql.join(all, sql` and `);
}

/** The body behind an HSDS id: our own key, or the id it came with. */
export const organizationNamed = (network: string, written: string): RawBuilder<unknown> =>
  sql`select id from network.organization where network_id = ${network} and (source_id = ${written} or id = ${isUuid(written.toLowerCase()) ? written.toLowerCase() : null}::uuid)`;

/** Services that bear one of these terms; none for a term nobody knows. */
function anyOf(terms: readonly Term[]): RawBuilder<unknown> {
  const of = (taxonomy: string) => terms.filter((term) => term.taxonomy === taxonomy).map(({ code }) => code);
  const cited = of('open-eligibility');
  const types = serviceTypeCodes.filter((code) => findServiceType(code)!.openEligibility.some((term) => cited.includes(term.code)));
  const help = of('hadina-help');
  return sql`(service.type_codes && ${[...of('hadina-service-type'), ...types]}::text[] or service.stages && ${of('hadina-stage')}::text[]
    or service.modes && ${of('hadina-mode')}::text[] or (service.childcare and ${help.includes('childcare')}::boolean)
    or (service.transport_help and ${help.includes('transport')}::boolean))`;
}

/** One page of the ids, in the order of their making, and how many there are in all. */
export async function pageOfServices({ tx }: Asking<DirectoryTables>, where: RawBuilder<unknown>, page: number, perPage: number): Promise<{ ids: string[]; total: number }> {
  const { rows: [count] } = await sql<{ total: number }>`select count(*)::int as total from directory.service as service where ${where}`.execute(tx);
  const { rows } = await sql<{ id: string }>`select service.id from directory.service as service where ${where}
    order by service.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { ids: rows.map(({ id }) => id), total: count!.total };
}
