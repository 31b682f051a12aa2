import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldSpelling } from '#core/text/fold.ts';
import { LetterCounts } from './letter-counts.ts';
import { listedPairs, split } from './name-pairs.ts';

// Run by hand: npx tsx bench/match/learn-letters.ts writes src/core/text/letter-weights.ts anew from the pairs that are not held back.

/** A step seen less often is left out; of single letters a few suffice. */
const leastSeen = { pieces: 20, letters: 6 };
/** A longer piece stays only when it says this much more than the smaller steps it is made of, in tenths of a natural logarithm. */
const leastGain = 15;
const rounds = 8;

const markedLetters: Readonly<Record<string, string>> = { š: 'sh', ş: 'sh', ș: 'sh', ś: 'sh', č: 'ch', ć: 'ch', ž: 'zh', ż: 'zh', ğ: 'gh', ț: 'ts', ţ: 'ts', ñ: 'n', ç: 's' };
const plainLatin = (name: string) => foldSpelling(name.normalize('NFC').toLowerCase().replace(/[^\0-\x7f]/gu, (letter) => markedLetters[letter] ?? letter)).replace(/[^a-z]/gu, '');
const plainArabic = (name: string) => foldSpelling(name).replace(/[^\u0621-\u06ff]/gu, '');
/** The article of an Arabic family name that its Latin spelling leaves out is no letter to learn from. */
const withoutLoneArticle = (arabic: string, latin: string) => (/^ال./u.test(arabic) && !/^(?:[aeiu]l|a[rsntdz]|e[rsntdz]|hal)/u.test(latin) ? arabic.slice(2) : arabic);

const pairs = split(listedPairs()).learnt.flatMap(({ arabic, latin }) => {
  const written = plainLatin(latin);
  const word = withoutLoneArticle(plainArabic(arabic), written);
  return word && written && word.length <= 16 && written.length <= 20 ? [[word, written] as const] : [];
});
const counts = new LetterCounts(pairs);
for (let round = 0; round < rounds; round += 1) process.stderr.write(`round ${round + 1}: ${counts.learn().toFixed(0)}\n`);

const lettersIn = (piece: string) => piece.replace(/[\^$]/gu, '').length;
const kept = new Map<string, number>();

/** The best that smaller steps already kept make of a pair of pieces, in tenths. */
function bestOfSmaller(arabic: string, latin: string): number {
  const memo = new Map<number, number>();
  const from = (i: number, j: number): number => {
    if (i === arabic.length && j === latin.length) return 0;
    const known = memo.get(i * 10 + j);
    if (known !== undefined) return known;
    let best = Number.NEGATIVE_INFINITY;
    for (let x = 0; i + x <= arabic.length; x += 1) {
      for (let y = x === 0 ? 1 : 0; j + y <= latin.length; y += 1) {
        if (x === arabic.length && y === latin.length) continue;
        const weight = kept.get(`${arabic.slice(i, i + x)}:${latin.slice(j, j + y)}`);
        if (weight !== undefined) best = Math.max(best, weight + from(i + x, j + y));
      }
    }
    memo.set(i * 10 + j, best);
    return best;
  };
  return from(0, 0);
}

const lines = new Map<string, Map<string, [string, number][]>>();
const steps = counts.weights().sort((a, b) => a.arabic.length + a.latin.length - b.arabic.length - b.latin.length);
for (const { arabic, latin, weight, seen } of steps) {
  const single = lettersIn(arabic) <= 1 && lettersIn(latin) <= 1 && lettersIn(arabic) + lettersIn(latin) > 0;
  if (seen < (single ? leastSeen.letters : leastSeen.pieces)) continue;
  const tenths = Math.round(weight * 10);
  const marked = /[\^$]/u.test(arabic + latin);
  if ((marked || !single) && tenths - bestOfSmaller(arabic, latin) < leastGain) continue;
  kept.set(`${arabic}:${latin}`, tenths);
  const line = lines.get(arabic.replace(/[\^$]/gu, '').charAt(0)) ?? new Map<string, [string, number][]>();
  lines.set(arabic.replace(/[\^$]/gu, '').charAt(0), line.set(arabic, [...(line.get(arabic) ?? []), [latin, tenths]]));
}

const entry = ([arabic, latins]: [string, [string, number][]]) => `${arabic}: ${latins.sort((a, b) => b[1] - a[1]).map(([latin, tenths]) => `${latin}=${tenths}`).join(' ')}`;
const body = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => `  '${[...line].map(entry).join('; ')}',`);
const file = join(import.meta.dirname, '..', '..', 'src', 'core', 'text', 'letter-weights.ts');
writeFileSync(file, `/**
 * How Arabic letters and their Latin spellings go together: for a piece of an Arabic word, the Latin pieces it is written as, each
 * with its weight in tenths of a natural logarithm: how many times likelier the two stand side by side in one name than by chance.
 * \`^\` and \`$\` mark the beginning and the end of a word, nothing a letter that the other script leaves out. One line a first letter.
 * Counted by bench/match/learn-letters.ts in two public lists of names (google/transliteration, Apache-2.0; Wikidata persons, CC0);
 * which names were held back and what came out: docs/decisions/0026-matching-of-names.md. Never edited by hand.
 */
export const letterWeights: readonly string[] = [
${body.join('\n')}
];
`);
process.stderr.write(`${kept.size} steps from ${pairs.length} pairs\n`);
