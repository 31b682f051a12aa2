import type { ServiceEntry } from '../entry/entry.ts';
import { derivedId } from './derived-id.ts';
import { termId, termsOf } from './taxonomy-terms.ts';

/** Kinds, stages, modes and help on the way, as HSDS attributes; kinds also under the nearest Open Eligibility terms. */
export const attributesOf = (entry: ServiceEntry, lang: string): readonly Record<string, unknown>[] =>
  termsOf(entry, lang).map((term) => ({
    id: derivedId(entry.id, `${term.taxonomy} ${term.code}`), link_id: entry.id, link_entity: 'service',
    taxonomy_term_id: termId(term), taxonomy_term: { id: termId(term), ...term },
  }));
