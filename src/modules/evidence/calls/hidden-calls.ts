import { type CountedCall, type Step, type StepCount, steps } from '#modules/incubation/public.ts';
import type { Cell } from '../suppression/cell.ts';
import { suppress } from '../suppression/suppress.ts';
import { type Totals, treeCells } from '../suppression/tables.ts';

type Placed = Pick<CountedCall, 'id' | 'hub' | 'region'>;

/** Calls under their hubs, and hubs under their regions: what hubs count together stands in the figures, so it may not tell a call apart. */
function cellsOf(calls: readonly (Placed & { readonly persons: number })[], counted: Totals): Cell[] {
  const hubs = new Map<string, { readonly hub: string; readonly region: string; readonly value: number }>();
  for (const { hub, region, persons } of calls) hubs.set(hub, { hub, region, value: (hubs.get(hub)?.value ?? 0) + persons });
  return [
    ...calls.map(({ id, hub, persons }): Cell => ({ id: `call:${id}`, from: `at:${hub}`, to: 'end', value: persons })),
    // Rather a call of the same hub than a hub, rather a hub than a region.
    ...treeCells([...hubs.values()], counted).map((cell): Cell => (cell.id.startsWith('hub:') ? { ...cell, to: `at:${cell.id.slice('hub:'.length)}`, loss: 10_000 + cell.value } : cell)),
  ];
}

/**
 * Which totals of calls, of regions and of the network are kept back at each step. It is worked out over all calls of the network, so that
 * every page keeps the same ones back and two who put theirs side by side learn no more. Output: ids `all`, `region:…`, `hub:…`, `call:…`.
 */
export const hiddenCalls = (calls: readonly Placed[], counts: readonly StepCount[]): ReadonlyMap<Step, ReadonlySet<string>> =>
  new Map(steps.map((step) => {
    const here = counts.filter((one) => one.step === step && one.place === null);
    // Somebody in two calls counts once in her region: a region may hold fewer than five where its calls add up to more.
    const totals = { regions: new Map(here.flatMap(({ region, persons }) => (region === null ? [] : [[region, persons]]))), all: here.find(({ call, region }) => call === null && region === null)?.persons };
    return [step, suppress(cellsOf(calls.map((call) => ({ ...call, persons: here.find((one) => one.call === call.id)?.persons ?? 0 })), totals))];
  }));
