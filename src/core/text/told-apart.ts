import type { Sound } from './sound-builder.ts';
import { vowel } from './vowels.ts';

const has = (mask: number, bits: number) => (mask & bits) !== 0;

function sameConsonants(a: Sound, b: Sound): boolean {
  if (a.consonants.length !== b.consonants.length) return false;
  for (let at = 0; at < a.consonants.length; at += 1) {
    const [x, y] = [a.consonants[at], b.consonants[at]];
    if (x !== y && x !== b.alternates[at] && y !== a.alternates[at]) return false;
  }
  return true;
}

const anyLong = vowel.longA | vowel.longI | vowel.longU;
const onlyA = (mask: number) => has(mask, vowel.a) && !has(mask, vowel.i | vowel.u | vowel.open);
const noA = (mask: number) => !has(mask, vowel.a | vowel.open);

/** One ends in -a, the other does not: Noura and Nour, Amina and Amine. */
function endApart(x: number, y: number): boolean {
  return (onlyA(x) && noA(y)) || (onlyA(y) && noA(x));
}

/** A long u or i before the last consonant that only one of the two has: محمود is not Mohamed, حسين is not Hassan. */
function middleApart(arabic: Sound, latin: Sound): boolean {
  const last = arabic.vowels.length - 1;
  if (last < 2) return false;
  const [x, y] = [arabic.vowels[last - 1] ?? 0, latin.vowels[last - 1] ?? 0];
  if (has(x, vowel.longU) && !has(y, vowel.u)) return true;
  if (has(y, vowel.longU) && !has(x, vowel.longU)) return true;
  if (last !== 2) return false;
  const [before, after] = [arabic.vowels[0] ?? 0, latin.vowels[0] ?? 0];
  if (has(before, vowel.longA) && after === 0) return true;
  // Three consonants, nothing long after the first and a vowel said there: حسين, سليم, كريم. A foreign name hardly ever looks so.
  if (has(before, anyLong) || after === 0) return false;
  if (has(x, vowel.longI)) return !has(y, vowel.i) && (has(y, vowel.a) || !arabic.consonants.startsWith('a'));
  return !has(x, anyLong) && has(y, vowel.i);
}

/**
 * Whether an Arabic and a Latin word have the same consonants and are nevertheless two names to everybody here, by their vowels:
 * نور is not Noura, أمينة not Amine, محمد not Mahmoud, حسن not Hussein. Such a pair is never one name, however alike its letters.
 */
export function toldApart(arabic: Sound, latin: Sound): boolean {
  if (!sameConsonants(arabic, latin)) return false;
  const last = arabic.vowels.length - 1;
  return endApart(arabic.vowels[last] ?? 0, latin.vowels[last] ?? 0) || middleApart(arabic, latin);
}
