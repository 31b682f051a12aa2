import { type Step, type StepCount, steps } from '#modules/incubation/public.ts';
import type { Cell } from '../suppression/cell.ts';
import { suppress } from '../suppression/suppress.ts';

/** A number as its reader may see it; null when it is kept back. */
export type MaybeShown = number | null;

/** Persons and women at one step. */
export interface ShownStep {
  readonly step: Step;
  readonly persons: MaybeShown;
  readonly women: MaybeShown;
}

/** The same by place. */
export interface ShownPlace extends ShownStep {
  readonly place: string;
}

interface Shown {
  readonly steps: readonly ShownStep[];
  readonly places: readonly ShownPlace[];
}

interface Part {
  readonly place: string;
  readonly persons: number;
  readonly women: number;
}

/** Rather a cell than a margin, rather a place than the women of the whole call. */
const [much, more] = [1_000_000, 2_000_000];

/**
 * Places crossed with women and others, under a total that is shown: ids are `place|women`, `place|others`, `place:…`, `women`, `others`.
 * Others are printed nowhere, and yet whoever subtracts has them.
 */
function cellsOf(parts: readonly Part[]): Cell[] {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
  const [persons, women] = [sum((part) => part.persons), sum((part) => part.women)];
  return [
    ...parts.flatMap(({ place, persons, women }): Cell[] => [
      { id: `${place}|women`, from: `at:${place}`, to: 'women', value: women },
      { id: `${place}|others`, from: `at:${place}`, to: 'others', value: persons - women },
      { id: `place:${place}`, from: 'top', to: `at:${place}`, value: persons, loss: much + persons },
    ]),
    { id: 'women', from: 'women', to: 'end', value: women, loss: more + women },
    { id: 'others', from: 'others', to: 'end', value: persons - women, loss: more + persons - women },
    { id: 'all', from: 'end', to: 'top', value: persons, fixed: 'shown' },
  ];
}

/**
 * The steps of one call in all and by place. To whoever does not see the persons, small numbers are kept back, and so many others with
 * them that nothing can be worked out from totals, places and women together. Input: the counts of one call; the steps at which the call's
 * own total is kept back, because the calls beside it would tell it: nothing of such a step is shown. Absent for whoever sees every number.
 */
export function keptSteps(counts: readonly StepCount[], kept?: ReadonlySet<Step>): Shown {
  const whole = counts.flatMap(({ step, place, persons, women }) => (place === null ? [{ step, persons, women }] : []));
  const apart = counts.flatMap(({ step, place, persons, women }) => (place === null ? [] : [{ step, place, persons, women }]));
  if (!kept) return { steps: whole, places: apart };
  const places = [...new Set(apart.map(({ place }) => place))];
  const shown = steps.map((step): Shown => {
    const total = whole.find((one) => one.step === step);
    if (kept.has(step)) return { steps: [{ step, persons: null, women: null }], places: places.map((place) => ({ step, place, persons: null, women: null })) };
    const parts = places.map((place) => apart.find((one) => one.step === step && one.place === place) ?? { step, place, persons: 0, women: 0 });
    const hidden = suppress(cellsOf(parts));
    return {
      steps: total ? [{ ...total, women: hidden.has('women') ? null : total.women }] : [],
      places: parts.map((part) => ({ ...part, persons: hidden.has(`place:${part.place}`) ? null : part.persons, women: hidden.has(`${part.place}|women`) ? null : part.women })),
    };
  });
  return { steps: shown.flatMap((one) => one.steps), places: shown.flatMap((one) => one.places) };
}
