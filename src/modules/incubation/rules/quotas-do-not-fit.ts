import { territoryLine } from '#modules/network/public.ts';
import type { QuotaDimension } from '../codes.ts';
import type { Quota } from './read-rules.ts';

/** A dimension whose promises are more than there are places, with how many they are. */
export interface TooMuch {
  readonly dimension: QuotaDimension;
  readonly promised: number;
}

/**
 * What the quotas of a call promise beyond its places: alone, or all "at least" and "exactly" of one dimension together. Kinds of one
 * dimension that overlap (a region and its province, 18-25 and 18-35) are counted once, by the wider.
 */
export function quotasDoNotFit(quotas: readonly Pick<Quota, 'dimension' | 'value' | 'rule' | 'places'>[], places: number): TooMuch | undefined {
  const alone = quotas.find((quota) => quota.places > places);
  if (alone) return { dimension: alone.dimension, promised: alone.places };
  const binding = quotas.filter(({ rule }) => rule !== 'at_most');
  for (const dimension of new Set(binding.map((quota) => quota.dimension))) {
    const same = binding.filter((quota) => quota.dimension === dimension);
    const apart = same.filter((quota) => !same.some((wider) => wider !== quota && holds(wider, quota)));
    const promised = apart.reduce((sum, quota) => sum + quota.places, 0);
    if (promised > places) return { dimension, promised };
  }
  return undefined;
}

/** Does one kind lie wholly within another and promise no more? Then it adds nothing to the sum. */
function holds(wider: Pick<Quota, 'dimension' | 'value' | 'places'>, inner: Pick<Quota, 'value' | 'places'>): boolean {
  if (wider.value === inner.value) return wider.places > inner.places;
  if (wider.places < inner.places) return false;
  if (wider.dimension === 'territory') return territoryLine(inner.value).some(({ code }) => code === wider.value);
  if (wider.dimension !== 'age') return false;
  const [low, high] = wider.value.split('-').map(Number);
  const [from, to] = inner.value.split('-').map(Number);
  return low! <= from! && high! >= to!;
}
