import type { Random } from '../random.ts';

const letters = 'بتجحخدرزسشصطعفقكلمنهوي';

/** An invented name in Arabic letters that resembles no other: the search for duplicates must not stop a test. */
export const inventedName = (random: Random): string =>
  [7, 8].map((long) => Array.from({ length: long }, () => random.pick([...letters])).join('')).join(' ');
