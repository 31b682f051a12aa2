import { pricedDistance } from './edit-distance.ts';
import type { Sound } from './sound-builder.ts';
import { endingCost, vowelCost } from './vowels.ts';

/** At or above this two words are taken for one name; محمد/محمود, نور/نورة and حسن/حسين stay below it. */
export const sameWordFrom = 0.7;

const pairCosts: Record<string, number> = {
  gk: 0.08,
  gj: 0.1,
  hx: 0.15,
  dz: 0.22,
  sz: 0.25,
  st: 0.3,
  cs: 0.3,
  kx: 0.3,
  dt: 0.3,
  bf: 0.35,
  mn: 0.35,
  wa: 0.2,
  aw: 0.2,
  ay: 0.2,
};

/** A wrong letter weighs less in a long word; below five consonants it makes another name. */
const typoCost = (length: number) => (length >= 5 ? Math.min(0.6, 1.4 / length) : 0.6);

function consonantCost(x: string, y: string, length: number): number {
  if (x === y) return 0;
  return pairCosts[x < y ? x + y : y + x] ?? typoCost(length);
}

function dropCost(sound: Sound, at: number, length: number): number {
  const letter = sound.consonants[at];
  if (letter === 'h') return at === sound.consonants.length - 1 ? 0.1 : 0.2;
  if (letter === 'a') return 0.22;
  return Math.min(0.45, typoCost(length));
}

/** Only an h that may not be heard follows: Fatima and Fatimah end alike, Salah and Saloua do not. */
const endsButForH = (sound: Sound, at: number) =>
  sound.doubtfulEnd && at === sound.consonants.length - 2 && sound.consonants.endsWith('h');

function changeCost(a: Sound, b: Sound, i: number, j: number, length: number): number {
  const consonants = consonantCost(a.consonants[i] ?? '', b.consonants[j] ?? '', length);
  const [x, y] = [a.vowels[i] ?? 0, b.vowels[j] ?? 0];
  const aEnds = i === a.vowels.length - 1;
  const bEnds = j === b.vowels.length - 1;
  if (aEnds && bEnds) return consonants + endingCost(x, y);
  if (aEnds || bEnds) return consonants + (endsButForH(aEnds ? b : a, aEnds ? j : i) ? endingCost(x, y) : 0);
  const beforeLast = i === a.vowels.length - 2 && j === b.vowels.length - 2 && i > 0 && j > 0;
  return consonants + vowelCost(x, y, { index: Math.min(i, j), beforeLast });
}

/**
 * How alike two words sound: 1 the same, down to `sameWordFrom`, and 0 below it; symmetric.
 * Weighs consonants by what the region's spellings confuse and vowels by what they tell apart; see `sameWordFrom`.
 */
export function likenessOfSounds(a: Sound, b: Sound): number {
  const [left, right] = [a.consonants.length, b.consonants.length];
  if (left === 0 || right === 0 || Math.abs(left - right) > 2) return 0;
  const length = Math.max(left, right);
  const cost = pricedDistance(
    left,
    right,
    {
      change: (i, j) => changeCost(a, b, i, j, length),
      dropLeft: (i) => dropCost(a, i, length),
      dropRight: (j) => dropCost(b, j, length),
    },
    1 - sameWordFrom + 0.001,
  );
  return Math.max(0, 1 - cost);
}
