import { editDistance } from './edit-distance.ts';
import { lightStem } from './light-stem.ts';
import { keepWords, skeletonTokens, wordsOf } from './tokens.ts';

/** One word someone typed and every form in which the index may hold it. */
export interface QueryWord {
  readonly word: string;
  readonly stem: string;
  /** Marked skeletons, as in the index. */
  readonly skeletons: readonly string[];
  /** The last word may still be being typed: it also matches as a beginning. */
  readonly unfinished: boolean;
  /** Long enough to be looked up by likeness (pg_trgm) among the indexed words. */
  readonly fuzzy: boolean;
}

export interface SearchQuery {
  readonly words: readonly QueryWord[];
}

const mostWords = 8;

/** Reads what someone typed, in any script; at most eight words, an empty query for punctuation alone. */
export function readSearchQuery(typed: string): SearchQuery {
  const written = keepWords(wordsOf(typed.slice(0, 400))).slice(0, mostWords);
  const stillTyping = /[\p{L}\p{N}]$/u.test(typed);
  const words = written.map((word, at) => ({
    word,
    stem: lightStem(word),
    skeletons: skeletonTokens(word),
    unfinished: stillTyping && at === written.length - 1 && word.length >= 2,
    fuzzy: word.length >= 4 && !/\d/u.test(word),
  }));
  return { words };
}

/** Quotes one lexeme for `tsquery`; folded words hold letters and digits only, the mark is harmless inside quotes. */
const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/gu, '')}'`;

function alternatives(word: QueryWord, likeIt: readonly string[], heard: boolean): string {
  const lexemes = new Set([word.word, word.stem, ...(heard ? word.skeletons : []), ...likeIt]);
  const forms = [...lexemes].map(quoted);
  return `(${[...forms, ...(word.unfinished ? [`${quoted(word.word)}:*`] : [])].join(' | ')})`;
}

/**
 * The `tsquery` text of a query, to be passed as a parameter and cast (`$1::tsquery`): every word must be there, in any of its forms.
 * `alike` holds the indexed words pg_trgm found for a word; `without` leaves one word out when nothing was found. Empty when no word is left.
 */
export function tsqueryText(
  query: SearchQuery,
  {
    heard = false,
    alike = {},
    without,
  }: { heard?: boolean; alike?: Readonly<Record<string, readonly string[]>>; without?: number } = {},
): string {
  return query.words
    .filter((_, at) => at !== without)
    .map((word) => alternatives(word, Object.hasOwn(alike, word.word) ? (alike[word.word] ?? []) : [], heard))
    .join(' & ');
}

/** Which words to leave out, one at a time, when nothing was found: the shortest first, since it says least. */
export function wordsToDrop(query: SearchQuery): readonly number[] {
  if (query.words.length < 2) return [];
  return query.words
    .map((_, at) => at)
    .sort((a, b) => (query.words[a]?.word.length ?? 0) - (query.words[b]?.word.length ?? 0));
}

function rankWord(word: QueryWord, tokens: ReadonlySet<string>): number {
  if (tokens.has(word.word)) return 1;
  if (tokens.has(word.stem)) return 0.8;
  let best = word.skeletons.some((each) => tokens.has(each)) ? 0.5 : 0;
  for (const token of tokens) {
    if (word.unfinished && token.startsWith(word.word)) return 0.7;
    if (best < 0.4 && word.fuzzy && Number.isFinite(editDistance(word.word, token, word.word.length >= 7 ? 2 : 1)))
      best = 0.4;
  }
  return best;
}

/** How well a text's tokens answer a query, 0 to 1: as written 1, stem 0.8, beginning 0.7, heard alike 0.5, a typing slip 0.4; the mean over the words. */
export function rankTokens(query: SearchQuery, tokens: Iterable<string>): number {
  if (query.words.length === 0) return 0;
  const held = new Set(tokens);
  return query.words.reduce((sum, word) => sum + rankWord(word, held), 0) / query.words.length;
}
