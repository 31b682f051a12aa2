import type { Country, Lang } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import type { Terms } from '#core/words/words.ts';
import { commonTerms } from '../hub-terms.ts';

/** The words of a reader who stands in no hub: those of her country. */
export const defaultTerms = (lang: Lang, country: Country): Terms =>
  Object.fromEntries(Object.entries(commonTerms).map(([code, name]) => [code, nameFor(name, { lang, country })]));
