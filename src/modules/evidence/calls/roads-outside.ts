import { type CountedCall, type Step, type StepCount, steps } from '#modules/incubation/public.ts';
import { hiddenCalls } from './hidden-calls.ts';
import { keptSteps, type MaybeShown, type ShownPlace, type ShownStep } from './kept-steps.ts';

/** How many came how far, as they are said outside the hub. */
export type Row = Readonly<Record<Step, MaybeShown>>;

/** The roads of all calls of a network as every reader outside the hubs is told them. */
export interface RoadsOutside {
  /** Of the network (`all`), a region (`region:…`) or a call (`call:…`). */
  row(id: string): Row;
  /** One call with its places and its women. Places of which nothing may be said are not even named. */
  call(id: string): { readonly steps: readonly ShownStep[]; readonly places: readonly ShownPlace[] };
}

/**
 * Says the roads of calls outside the hubs: small numbers are kept back with whatever would tell them, over all calls of the network so that every
 * page keeps the same ones back; the others are said in tens. `calls`: all of the network; `say`: how a number of a step is said.
 */
export function roadsOutside(calls: readonly Pick<CountedCall, 'id' | 'hub' | 'region'>[], counts: readonly StepCount[], say: (step: Step, value: MaybeShown) => MaybeShown): RoadsOutside {
  const hidden = hiddenCalls(calls, counts);
  const whole = counts.filter(({ place }) => place === null);
  const isOf = (id: string, { call, region }: StepCount): boolean => (id === 'all' ? call === null && region === null : id === (call === null ? `region:${region}` : `call:${call}`));
  return {
    row: (id) => Object.fromEntries(steps.map((step) => [step, hidden.get(step)!.has(id) ? null : say(step, whole.find((one) => one.step === step && isOf(id, one))?.persons ?? 0)])) as Row,
    call: (id) => {
      const kept = keptSteps(counts.filter(({ call }) => call === id), new Set(steps.filter((step) => hidden.get(step)!.has(`call:${id}`))));
      const said = <S extends ShownStep>(one: S): S => ({ ...one, persons: say(one.step, one.persons), women: say(one.step, one.women) });
      return { steps: steps.map((step) => said(kept.steps.find((one) => one.step === step) ?? { step, persons: null, women: null })), places: named(kept.places.map(said)) };
    },
  };
}

const named = (places: readonly ShownPlace[]): readonly ShownPlace[] => places.filter(({ place }) => places.some((one) => one.place === place && (one.persons !== null || one.women !== null)));
