import { soundOfArabic } from './arabic-sound.ts';
import { foldSpelling } from './fold.ts';
import { soundOfLatin } from './latin-sound.ts';
import type { Sound } from './sound-builder.ts';

const arabicLetter = /[\u0600-\u06ff\u0750-\u077f]/u;
const latinLetter = /[a-z]/u;

/** What a single word sounds like, in Arabic or Latin letters; any other script is kept letter by letter. */
export function soundOf(word: string): Sound {
  const plain = foldSpelling(word.replace(/ç|c\u0327/giu, 's'));
  if (arabicLetter.test(plain)) return soundOfArabic(plain);
  if (latinLetter.test(plain)) return soundOfLatin(plain);
  const kept = plain.replace(/[^\p{L}\p{N}]/gu, '');
  return { consonants: kept, alternates: kept, vowels: Array.from(kept, () => 0), doubtfulEnd: false };
}
