import type { StepCount } from '#modules/incubation/public.ts';
import { listCells } from '../suppression/tables.ts';
import { suppress } from '../suppression/suppress.ts';

/** A number as its reader may see it; null when it is kept back. */
export type MaybeShown = number | null;

/** Persons and women at one step. */
export interface ShownStep {
  readonly step: StepCount['step'];
  readonly persons: MaybeShown;
  readonly women: MaybeShown;
}

/** The same by place. */
export interface ShownPlace extends ShownStep {
  readonly place: string;
}

/** Persons and women of a step; the women are kept back too when either they or the others are few. */
function shownOf({ step, persons, women }: StepCount, hidden: boolean, exact: boolean): ShownStep {
  if (exact) return { step, persons, women };
  const apart = suppress(listCells(new Map([['women', women], ['others', persons - women]])));
  return { step, persons: hidden ? null : persons, women: hidden || apart.size > 0 ? null : women };
}

/**
 * The steps of one call in all and by place. To whoever does not see the persons, small numbers are kept back, and others with them so that
 * nothing can be worked out from the total of the step. Input: the counts of one call.
 */
export function keptSteps(counts: readonly StepCount[], exact: boolean): { readonly steps: readonly ShownStep[]; readonly places: readonly ShownPlace[] } {
  const hidden = new Map<string, ReadonlySet<string>>();
  for (const { step } of counts.filter(({ place }) => place === null)) {
    const parts = new Map(counts.flatMap((one) => (one.step === step && one.place !== null ? [[one.place, one.persons] as const] : [])));
    hidden.set(step, exact ? new Set() : suppress(listCells(parts)));
  }
  return {
    steps: counts.filter(({ place }) => place === null).map((one) => shownOf(one, hidden.get(one.step)!.has('all'), exact)),
    places: counts.flatMap((one) => (one.place === null ? [] : [{ place: one.place, ...shownOf(one, hidden.get(one.step)!.has(one.place), exact) }])),
  };
}
