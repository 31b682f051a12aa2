import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StepCount } from '#modules/incubation/public.ts';
import { hiddenCalls } from './hidden-calls.ts';
import { keptSteps } from './kept-steps.ts';

const call = { id: 'big', hub: 'a', region: 'TN-43' };
const count = (of: Partial<StepCount>): StepCount => ({ step: 'selected', call: call.id, region: null, place: null, persons: 0, women: 0, ...of });
/** A call with its places, each with women and others. */
const countsOf = (places: readonly (readonly [women: number, others: number])[]): StepCount[] => [
  count({ persons: places.flat().reduce((a, b) => a + b, 0), women: places.reduce((all, [women]) => all + women, 0) }),
  ...places.map(([women, others], at) => count({ place: `p${at}`, persons: women + others, women })),
];
/** What is printed of two places: persons and women in all, then persons and women of each. */
const printed = (counts: readonly StepCount[]) => {
  const { steps, places } = keptSteps(counts, new Set());
  return [...steps, ...places].filter(({ step }) => step === 'selected').flatMap(({ persons, women }) => [persons, women]);
};
/** The same numbers and those whoever subtracts has besides. */
const numbersOf = ([a, b, c, d]: readonly number[]) => [a! + b! + c! + d!, a! + c!, a! + b!, a!, c! + d!, c!, b! + d!, b!, d!];

it('lets nobody work out how few came from a place, by persons and women, by subtracting or by trying every table', () => {
  // Ninety-three, fifty from one place, three from the last: the forty beside them are kept back too.
  const three = printed(countsOf([[30, 20], [25, 15], [2, 1]]));
  expect([three[0], three[6], three.filter((shown) => shown === 40)]).toEqual([93, null, []]);
  // Every place prints its women, except one with two: what is left of all women would be hers.
  const women = printed(countsOf([[20, 10], [15, 8], [2, 30]]));
  expect([women[0], women[7], [women[1], women[3], women[5]].includes(null)]).toEqual([85, null, true]);
  const one = fc.integer({ min: 0, max: 9 });
  fc.assert(fc.property(fc.tuple(one, one, one, one).filter((cells) => cells.reduce((a, b) => a + b, 0) >= 5), ([a, b, c, d]) => {
    const page = printed(countsOf([[a, b], [c, d]]));
    const truth = numbersOf([a, b, c, d]);
    const [least, most] = [[...truth], [...truth]];
    const total = truth[0]!;
    for (let w = 0; w <= total; w++) for (let x = 0; w + x <= total; x++) for (let y = 0; w + x + y <= total; y++) {
      const guess = numbersOf([w, x, y, total - w - x - y]);
      if (!page.every((shown, at) => shown === null || shown === guess[at])) continue;
      guess.forEach((value, at) => { least[at] = Math.min(least[at]!, value); most[at] = Math.max(most[at]!, value); });
    }
    return truth.every((value, at) => value === 0 || value >= 5 || (most[at]! >= 5 && most[at]! - least[at]! >= 5));
  }), { numRuns: 400 });
});

it('keeps a whole step of a call back where the calls beside it would tell its total, and shows every number to whoever sees the persons', () => {
  // Twenty-three in the region: the call of three is kept back, and so the twenty beside it, on its own page too, with its places.
  const counts = [...countsOf([[7, 5], [4, 4]]), count({ call: 'small', persons: 3, women: 1 }), count({ call: null, persons: 23, women: 12 })];
  const hiddenOf = (calls: Parameters<typeof hiddenCalls>[0], of: readonly StepCount[]) => [...hiddenCalls(calls, of).get('selected')!].sort();
  expect(hiddenOf([call, { ...call, id: 'small' }], counts)).toEqual(['call:big', 'call:small']);
  // With a call of sixty beside the three at its own hub it is the sixty: the twenty of another hub are that hub's figure.
  expect(hiddenOf([{ ...call, hub: 'b' }, { ...call, id: 'small' }, { ...call, id: 'sixty' }], [...counts, count({ call: 'sixty', persons: 60 })])).toEqual(['call:sixty', 'call:small']);
  // Each alone at its hub, the hubs are kept back with them, and regions only where nothing else is left.
  expect(hiddenOf([{ ...call, hub: 'b' }, { ...call, id: 'small' }], counts)).toEqual(['call:big', 'call:small', 'hub:a', 'hub:b']);
  const ofBig = counts.filter((one) => one.call === call.id);
  const kept = keptSteps(ofBig, new Set(['selected']));
  expect([...kept.steps, ...kept.places].flatMap(({ step, persons, women }) => (step === 'selected' ? [persons, women] : []))).toEqual(Array.from({ length: 6 }, () => null));
  expect([...keptSteps(ofBig).steps, ...keptSteps(ofBig).places].map(({ persons, women }) => [persons, women])).toEqual([[20, 11], [12, 7], [8, 4]]);
});
