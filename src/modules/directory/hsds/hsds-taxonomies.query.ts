import { z } from 'zod';
import { fold } from '#core/text/fold.ts';
import { maybe, text } from '#core/input.ts';
import { query } from '../directory.ts';
import { cut, flag, pageOf, pageParameters } from './page-of.ts';
import { allTerms, taxonomies, taxonomyId, taxonomyRecord, termId, termRecord } from './taxonomy-terms.ts';

const says = (search: string | undefined, ...texts: readonly string[]): boolean => !search || texts.some((one) => fold(one).includes(fold(search)));

/** The taxonomies under which services are published. */
export const hsdsTaxonomies = query({
  name: 'hsds-taxonomies',
  says: 'The taxonomies of the public directory as HSDS',
  input: z.object(pageParameters),
  run: async (_asking, { search, page = 1, per_page = 50 }) => {
    const found = taxonomies.filter(({ name, description }) => says(search, name, description)).map(({ name }) => taxonomyRecord(name));
    return pageOf(found.length, page, per_page, cut(found, page, per_page));
  },
});

/** One taxonomy by its id. */
export const hsdsTaxonomy = query({
  name: 'hsds-taxonomy',
  says: 'One taxonomy of the public directory as HSDS',
  input: z.object({ id: text(300) }),
  run: async (asking, { id }) => {
    const found = taxonomies.find(({ name }) => taxonomyId(name) === id.toLowerCase());
    return found ? taxonomyRecord(found.name) : asking.absent();
  },
});

/** The terms of one taxonomy or of all. Ours know no terms below others, so a list of children is empty. */
export const hsdsTaxonomyTerms = query({
  name: 'hsds-taxonomy-terms',
  says: 'The terms of the public directory’s taxonomies as HSDS',
  input: z.object({ ...pageParameters, taxonomy_id: maybe(text(300)), parent_id: maybe(text(300)), top_only: flag() }),
  run: async (_asking, { search, page = 1, per_page = 50, lang = 'fr', taxonomy_id, parent_id }) => {
    const found = allTerms(lang)
      .filter(({ taxonomy, name, description, code }) => !parent_id && (!taxonomy_id || taxonomyId(taxonomy) === taxonomy_id) && says(search, name, description, code))
      .map((term) => termRecord(term, lang));
    return pageOf(found.length, page, per_page, cut(found, page, per_page));
  },
});

/** One term by its id. */
export const hsdsTaxonomyTerm = query({
  name: 'hsds-taxonomy-term',
  says: 'One term of the public directory’s taxonomies as HSDS',
  input: z.object({ id: text(300), lang: pageParameters.lang }),
  run: async (asking, { id, lang = 'fr' }) => {
    const found = allTerms(lang).find((term) => termId(term) === id.toLowerCase());
    return found ? termRecord(found, lang) : asking.absent();
  },
});
