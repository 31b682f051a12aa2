/** What stands after a consonant, as bits: vowel qualities, whether a letter holds them long, or nothing written. */
export const vowel = {
  a: 1,
  i: 2,
  u: 4,
  e: 8,
  /** Arabic writes no short vowel: anything short may be said here. */
  open: 16,
  longA: 32,
  longI: 64,
  longU: 128,
} as const;

/** Where in the word two vowels are compared. */
export interface VowelPlace {
  /** Position of the consonant before the vowel, from 0. */
  readonly index: number;
  /** Between the last two of at least three consonants, where a long u tells محمود from محمد. */
  readonly beforeLast: boolean;
}

const has = (mask: number, bits: number) => (mask & bits) !== 0;

function costOfU(mask: number, open: boolean, { index, beforeLast }: VowelPlace): number {
  const long = has(mask, vowel.longU);
  if (index === 0) return open ? (long ? 0.12 : 0) : long ? 0.2 : 0.15;
  if (open) return long ? 0.4 : beforeLast ? 0.32 : 0.1;
  return long ? 0.45 : 0.25;
}

function costOfI(mask: number, other: number, { index }: VowelPlace): number {
  const long = has(mask, vowel.longI);
  if (has(other, vowel.e)) return index === 0 ? 0.08 : long ? 0.32 : 0.22;
  if (has(other, vowel.open)) return long ? 0.35 : 0;
  return long ? 0.3 : 0.12;
}

function costOfA(mask: number, other: number): number {
  if (has(other, vowel.e)) return 0.03;
  const long = has(mask, vowel.longA);
  if (has(other, vowel.open)) return long ? 0.2 : 0;
  return long ? 0.15 : 0.1;
}

/** Cost of qualities that `x` has and `y` has not. */
function oneSided(x: number, y: number, place: VowelPlace): number {
  let cost = 0;
  if (has(x, vowel.u) && !has(y, vowel.u)) cost += costOfU(x, has(y, vowel.open), place);
  if (has(x, vowel.i) && !has(y, vowel.i)) cost += costOfI(x, y, place);
  if (has(x, vowel.a) && !has(y, vowel.a)) cost += costOfA(x, y);
  return cost;
}

/** A bare French e (Hamed, Mhamed) against no vowel or another one: nearly nothing. */
function costOfE(x: number, y: number): number {
  return has(x, vowel.e) && !has(y, vowel.e | vowel.a | vowel.i | vowel.open) ? 0.08 : 0;
}

/** How unlike two vowels inside a word sound, 0 (the same) to about 0.6; symmetric. */
export function vowelCost(x: number, y: number, place: VowelPlace): number {
  if (x === y) return 0;
  return oneSided(x, y, place) + oneSided(y, x, place) + costOfE(x, y) + costOfE(y, x);
}

/**
 * How unlike two word endings sound, 0 to 0.6; symmetric. A final -a tells نورة from نور and Amina from Amine,
 * a final silent -e tells nothing; `open` marks a letter that may be read either way (ه, ى, ع).
 */
export function endingCost(x: number, y: number): number {
  const either = has(x | y, vowel.open);
  // ى is said a or i, but something is said: سلمى is not سلام.
  const doubtfulI = vowel.a | vowel.i | vowel.open;
  if ((x & doubtfulI) === doubtfulI && !has(y, ~vowel.e)) return 0.35;
  if ((y & doubtfulI) === doubtfulI && !has(x, ~vowel.e)) return 0.35;
  const differs = (bit: number) => has(x, bit) !== has(y, bit);
  let cost = 0;
  if (differs(vowel.a)) cost += either ? 0.05 : 0.38;
  const softE = has(x | y, vowel.e);
  if (differs(vowel.i)) cost += either ? 0.05 : softE ? 0.2 : 0.35;
  if (differs(vowel.u)) cost += either ? 0.1 : 0.35;
  return cost;
}
