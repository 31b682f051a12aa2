import { type SpokenWord, spokenWords } from '#core/text/spoken-words.ts';

/** What she keeps in mind: a number read in two groups and a word. It opens nothing; at the desk it finds her letter. */
export interface Receipt {
  readonly number: string;
  readonly word: SpokenWord;
}

/** The number and word of a request, made from its identifier: the same on her screen and on the desk's. */
export function receiptOf(request: string): Receipt {
  const digits = String(Number.parseInt(request.slice(0, 8), 16) % 1_000_000).padStart(6, '0');
  return { number: `${digits.slice(0, 3)}-${digits.slice(3)}`, word: spokenWords[Number.parseInt(request.slice(-4), 16) % spokenWords.length]! };
}

/** A receipt in an address: `123-456-olive`. */
export const receiptCode = ({ number, word }: Receipt): string => `${number}-${word}`;

/** The receipt of an address; null when it is none. */
export function readReceipt(code: string | undefined): Receipt | null {
  const [, number, typed] = /^(\d{3}-\d{3})-([a-z]+)$/.exec(code ?? '') ?? [];
  const word = spokenWords.find((one) => one === typed);
  return number && word ? { number, word } : null;
}
