import type { Said } from './word-index.ts';

/** A weight stands as one letter before its word: A is 1. */
const noWeight = '@'.charCodeAt(0);

/** The words of a service as its row keeps them, each behind its weight, parted by blanks: `Hcouture Akredi`. */
export const writtenWords = (words: ReadonlyMap<string, number>): string =>
  [...words].map(([term, weight]) => String.fromCharCode(noWeight + weight) + term).join(' ');

/** The words of a service's row, read. */
export const readWords = (written: string): readonly Said[] =>
  written.split(' ').map((word) => ({ term: word.slice(1), weight: word.charCodeAt(0) - noWeight }));
