/** Chance that repeats itself: the same seed gives the same demo, so that two loads look alike. */
export interface Chance {
  /** A number from 0 up to but without 1. */
  next(): number;
  /** A whole number between two bounds, both included. */
  between(lowest: number, highest: number): number;
  /** True this often (0 to 1). */
  yes(share: number): boolean;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** Chance from a word (mulberry32 over an FNV-1a hash of the word). */
export function chanceFrom(word: string): Chance {
  let state = [...word].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619), 2_166_136_261) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    yes: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weigh: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? entries.at(-1)![0];
    },
  };
}
