import { letterWeights } from './letter-weights.ts';

/** The longest pieces of a word that are weighed as one, with the marks of its beginning and end. */
const longestArabic = 3;
const longestLatin = 4;
/** What no pair of the lists ever showed: another letter, an Arabic letter left out, a Latin letter too many. */
const unseen = { change: -6, dropArabic: -4.5, dropLatin: -3.5 } as const;

const arabicPieces = new Map<string, number>();
const latinPieces = new Map<string, number>();
const idIn = (pieces: Map<string, number>, piece: string): number => {
  const id = pieces.get(piece) ?? pieces.size;
  pieces.set(piece, id);
  return id;
};
const listed = letterWeights.flatMap((line) =>
  line.split('; ').flatMap((entry) => {
    const [arabic = '', spellings = ''] = entry.split(': ');
    return spellings.split(' ').map((spelling) => {
      const [latin = '', tenths = ''] = spelling.split('=');
      return [idIn(arabicPieces, arabic), idIn(latinPieces, latin), Number(tenths) / 10] as const;
    });
  }),
);
const width = latinPieces.size;
const weights = new Float32Array(arabicPieces.size * width).fill(Number.NaN);
for (const [arabic, latin, weight] of listed) weights[arabic * width + latin] = weight;

/** A word made ready to be weighed: which known piece begins at each place in each length. */
export interface Letters {
  /** How many letters, the two marks counted. */
  readonly size: number;
  readonly pieces: Int16Array;
}

function prepare(word: string, known: ReadonlyMap<string, number>, longest: number): Letters {
  const marked = `^${word}$`;
  const pieces = new Int16Array((marked.length + 1) * (longest + 1)).fill(-1);
  for (let at = 0; at <= marked.length; at += 1) {
    for (let length = 0; length <= longest && at + length <= marked.length; length += 1) {
      pieces[at * (longest + 1) + length] = known.get(marked.slice(at, at + length)) ?? -1;
    }
  }
  return { size: marked.length, pieces };
}

/** Letters of Persian, Urdu and the Maghreb that the lists hardly show, as the letters these write the same sound with. */
const seldom: Readonly<Record<string, string>> = { پ: 'ب', چ: 'تش', ژ: 'ج', گ: 'غ', ڭ: 'غ', ݣ: 'غ', ڨ: 'ق', ڤ: 'ف', ڢ: 'ف' };

/** An Arabic word, folded, made ready to be weighed against Latin ones. */
export const arabicLetters = (folded: string): Letters =>
  prepare(folded.replace(/[پچژگڭݣڨڤڢ]/gu, (letter) => seldom[letter] ?? letter).replace(/[^\u0621-\u06ff]/gu, ''), arabicPieces, longestArabic);

const digitLetters: Readonly<Record<string, string>> = { 5: 'kh', 7: 'h', 8: 'gh', 9: 'q' };
/** A Latin word, folded, made ready; digits that stand for a letter in short messages are read as it. */
export const latinLetters = (folded: string): Letters =>
  prepare(folded.replace(/\d/gu, (digit) => digitLetters[digit] ?? '').replace(/[^a-z]/gu, ''), latinPieces, longestLatin);

/**
 * The weight of a step over at most one letter of each word that the lists never showed. The marks at both ends only ever meet their like.
 */
function unseenWeight(arabic: Letters, latin: Letters, i: number, j: number, x: number, y: number): number {
  const markA = x === 1 && (i === 0 || i === arabic.size - 1);
  const markL = y === 1 && (j === 0 || j === latin.size - 1);
  if (markA || markL) return markA && markL && (i === 0) === (j === 0) ? 0 : Number.NaN;
  if (x === 0) return unseen.dropLatin;
  return y === 0 ? unseen.dropArabic : unseen.change;
}

const hopeless = -30;
let best = new Float32Array(1_024);

/**
 * How strongly an Arabic and a Latin word speak for being one name written twice: the logarithm of how many times likelier these
 * letters stand side by side in one name than by chance, along the best way to read one into the other. Above 0 speaks for it;
 * a stranger lies far below. Source of the weights: letter-weights.ts.
 */
export function letterEvidence(arabic: Letters, latin: Letters): number {
  const [rows, columns] = [arabic.size, latin.size];
  const across = columns + 1;
  if (best.length < (rows + 1) * across) best = new Float32Array((rows + 1) * across * 2);
  best.fill(Number.NEGATIVE_INFINITY, 0, (rows + 1) * across);
  best[0] = 0;
  for (let i = 0; i <= rows; i += 1) {
    for (let j = 0; j <= columns; j += 1) {
      const reached = best[i * across + j]!;
      // A reading that far behind never catches up: the best piece of any length is worth less than nine.
      if (reached > hopeless) stepFrom(arabic, latin, i, j, reached);
    }
  }
  return best[rows * across + columns]!;
}

function stepFrom(arabic: Letters, latin: Letters, i: number, j: number, reached: number): void {
  const across = latin.size + 1;
  for (let x = 0; x <= longestArabic && i + x <= arabic.size; x += 1) {
    const row = arabic.pieces[i * (longestArabic + 1) + x]!;
    for (let y = x === 0 ? 1 : 0; y <= longestLatin && j + y <= latin.size; y += 1) {
      const column = latin.pieces[j * (longestLatin + 1) + y]!;
      let weight = row < 0 || column < 0 ? Number.NaN : weights[row * width + column]!;
      if (Number.isNaN(weight) && x <= 1 && y <= 1) weight = unseenWeight(arabic, latin, i, j, x, y);
      const to = (i + x) * across + j + y;
      if (reached + weight > best[to]!) best[to] = reached + weight;
    }
  }
}
