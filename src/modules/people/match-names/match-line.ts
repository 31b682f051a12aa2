import { checkText } from '#core/text/clean-text.ts';
import { matchNames, type NameMatch } from '#core/text/match-names.ts';
import type { Reader } from '#core/words/words.ts';
import { matchingWords } from '../matching/matching-words.ts';

/** What became of one line of a file of name pairs: how the two compare, or why the line says no two names. */
export type LineMatch = ({ readonly a: string; readonly b: string } & NameMatch) | { readonly line: number; readonly error: string };

/** Longer than any two names: such a line is not read further. */
export const longestLine = 4_000;

/**
 * Compares the two names of a line, parted by one tab. A line that does not hold two names is answered with its number and the
 * reason in the reader's words.
 */
export function matchLine(text: string, line: number, reader: Reader): LineMatch {
  const bad = (why: 'columns' | 'long' | 'unreadable' | 'letters'): LineMatch => ({ line, error: matchingWords(reader)(`match.${why}`, { line }).replace(/[\u2068\u2069]/gu, '') });
  if (text.length > longestLine) return bad('long');
  const [a, b, ...more] = text.replace(/\r$/u, '').replace(/^\uFEFF/u, '').split('\t');
  if (a === undefined || b === undefined || more.length > 0 || a.trim() === '' || b.trim() === '') return bad('columns');
  // What was no UTF-8 has become this sign on the way in.
  if (/\uFFFD/u.test(text)) return bad('unreadable');
  const checks = [a, b].map((name) => checkText(name, 'name'));
  for (const check of checks) {
    if (!check.ok) return bad(check.code === 'text-too-long' ? 'long' : check.code === 'text-without-letters' ? 'letters' : 'unreadable');
  }
  return { a, b, ...matchNames(a, b) };
}
