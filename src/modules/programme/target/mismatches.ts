import type { CountedSex } from '../codes.ts';

/** The present target for one thing at one place; no place: the whole programme. */
export interface PresentTarget {
  readonly indicator: string;
  readonly territory: string | null;
  readonly sex: CountedSex;
  readonly value: number;
}

/** A target that is not the sum of what lies under it (domain.md 1.4), or less than its women and men together. */
export interface Mismatch {
  readonly kind: 'places' | 'sexes';
  readonly indicator: string;
  readonly territory: string | null;
  readonly sex: CountedSex;
  /** What the target says. */
  readonly value: number;
  /** What its parts add up to. */
  readonly sum: number;
  /** How many parts were added. */
  readonly parts: number;
}

/**
 * Where targets do not add up. `above` gives the places a place lies in, nearest first. A target is compared with those set for the
 * nearest places under it; a place without any part is not compared.
 */
export function mismatches(targets: readonly PresentTarget[], above: (territory: string) => readonly string[]): Mismatch[] {
  return targets.flatMap((target) => {
    const alike = targets.filter(({ indicator, sex }) => indicator === target.indicator && sex === target.sex);
    const set = new Set(alike.flatMap(({ territory }) => territory ?? []));
    const nearest = (territory: string): string | null => above(territory).find((code) => set.has(code)) ?? null;
    const parts = alike.filter(({ territory }) => territory !== null && territory !== target.territory && nearest(territory) === target.territory);
    const sum = parts.reduce((total, { value }) => total + value, 0);
    const places: Mismatch[] = parts.length && sum !== target.value ? [{ ...target, kind: 'places', sum, parts: parts.length }] : [];
    return [...places, ...bySex(target, targets)];
  });
}

function bySex(target: PresentTarget, targets: readonly PresentTarget[]): Mismatch[] {
  if (target.sex !== 'all') return [];
  const parts = targets.filter(({ indicator, territory, sex }) => indicator === target.indicator && territory === target.territory && sex !== 'all');
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const wrong = parts.length === 2 ? sum !== target.value : sum > target.value;
  return wrong ? [{ ...target, kind: 'sexes', sum, parts: parts.length }] : [];
}
