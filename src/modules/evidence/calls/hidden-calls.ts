import { type CountedCall, type Step, type StepCount, steps } from '#modules/incubation/public.ts';
import { suppress } from '../suppression/suppress.ts';
import { treeCells } from '../suppression/tables.ts';

/**
 * Which totals of calls, of regions and of the network are kept back at each step. It is worked out over all calls of the network, so that
 * every page keeps the same ones back and two who put theirs side by side learn no more. Output: ids `all`, `region:…`, `hub:…` with the
 * call's id.
 */
export const hiddenCalls = (calls: readonly Pick<CountedCall, 'id' | 'region'>[], counts: readonly StepCount[]): ReadonlyMap<Step, ReadonlySet<string>> =>
  new Map(steps.map((step) => [step, suppress(treeCells(calls.map(({ id, region }) =>
    ({ hub: id, region, value: counts.find((one) => one.step === step && one.call === id && one.place === null)?.persons ?? 0 }))))]));
