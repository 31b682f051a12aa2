import { fold } from './fold.ts';
import { lightStem } from './light-stem.ts';
import { skeletonVariants } from './skeleton.ts';

/** Stands before a skeleton in the index, so that `mhmd` heard never meets a word `mhmd` written. */
export const skeletonMark = '~';

/** Words too frequent to find anything by, folded. */
const stopWords = new Set(
  `في من على الى عن مع او ثم هذا هذه ما لا و ان كل بين عند
  le la les un une des de du d l a au aux et ou en pour par sur dans avec ce cette qui que est
  the an of and or to in on for with by at is it this that el y los las del`.split(/\s+/u),
);

/** French words written before an apostrophe: l'emploi, d'accompagnement, qu'elle. */
const elision = /(?<![\p{L}\p{N}])(?:qu|jusqu|lorsqu|[cdjlmnst])'(?=\p{L})/gu;

/**
 * The folded words of a text in order, without elisions and punctuation. Stop words are kept: `keepWords` drops them.
 * `l'Économie sociale` → economie, sociale.
 */
export function wordsOf(text: string): readonly string[] {
  return (
    fold(text)
      .replace(elision, '')
      .replace(/'/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words worth searching by; all of them when nothing else remains. */
export function keepWords(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !stopWords.has(word));
  return kept.length > 0 ? kept : words;
}

/** Words whose skeletons are remembered: the same few thousand come again and again in an import. */
const mostRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

/** The skeletons of a word as the index keeps them; none for numbers and for words of one consonant, which meet everything. */
export function skeletonTokens(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const tokens = /\d/u.test(word) ? [] : skeletonVariants(word).filter((each) => each.length >= 2).map((each) => skeletonMark + each);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, tokens);
  return tokens;
}

/**
 * What the index keeps of a text in any mix of languages: each word as folded and as stem, and with `heard` also its skeletons,
 * so that سيدي بوزيد is found by "Sidi Bouzid". Distinct, for `array_to_tsvector`. Use `heard` for names and places, not for prose.
 */
export function searchTokens(text: string, { heard = false }: { readonly heard?: boolean } = {}): readonly string[] {
  const tokens = new Set<string>();
  for (const word of keepWords(wordsOf(text))) {
    tokens.add(word);
    tokens.add(lightStem(word));
    if (!heard) continue;
    for (const each of skeletonTokens(word)) tokens.add(each);
  }
  return [...tokens];
}
