import type { Quota } from './choose.ts';

/** Somebody selected, or waiting, with the quotas she counts for. */
export interface InLine {
  readonly application: string;
  readonly counts: readonly string[];
}

/**
 * Who takes the place that became free: the first on the waiting list by whom no upper bound is passed and no quota that could be kept is left
 * unkept; if nobody keeps them all, the first of those who keep the most. Everyone else on the list keeps her order. `undefined`: nobody can. Pure.
 */
export function nextInLine(selected: readonly InLine[], waiting: readonly InLine[], quotas: readonly Quota[], places: number): InLine | undefined {
  if (selected.length >= places) return undefined;
  const held = new Map(quotas.map(({ id }) => [id, selected.filter(({ counts }) => counts.includes(id)).length]));
  const fits = waiting.filter(({ counts }) => quotas.every(({ id, rule, places: most }) => rule === 'at_least' || !counts.includes(id) || held.get(id)! < most));
  const unkept = quotas.filter(({ id, rule, places: least }) => rule !== 'at_most' && held.get(id)! < least);
  const keeps = ({ counts }: InLine): number => unkept.filter(({ id }) => counts.includes(id)).length;
  const best = Math.max(...fits.map(keeps));
  return fits.find((each) => keeps(each) === best);
}
