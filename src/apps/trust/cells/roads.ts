import { roadsOutside } from '#modules/evidence/calls/roads-outside.ts';
import { sayStep } from '#modules/evidence/calls/said-steps.ts';
import type { Step, StepCount } from '#modules/incubation/public.ts';
import type { Random } from '../random.ts';
import { type Limit, onlySmallKept, type Puzzle } from './attack.ts';
import type { Adding, CellName } from './true-cells.ts';

/** Who registered and was selected is told by the results themselves, every other step by the months that are printed. */
const attacked: readonly Step[] = ['registered', 'trained'];
const regions = ['TN-43', 'TN-53', 'TN-11'] as const;
const places = ['TN-43', 'TN-53', 'TN-11', 'unknown'] as const;

/** Six calls of five hubs whose roads are small on purpose, said as the pages of calls say them to readers outside: one table for each step. */
export function plantRoads(random: Random): readonly Puzzle[] {
  const calls = Array.from({ length: 6 }, (_, at) => ({ id: `c${at}`, hub: `h${at % 5}`, region: regions[Math.min(2, Math.floor((at % 5) / 2))]! }));
  const planted = new Map(attacked.map((step) => [step, calls.flatMap(({ id }) => places.map((place) => ({ call: id, place, women: random.below(random.once(2) ? 5 : 25), others: random.below(random.once(2) ? 5 : 15) })))]));
  const counts = attacked.flatMap((step) => countsOf(step, calls, planted.get(step)!, random));
  return attacked.map((step) => {
    const here = counts.filter((one) => one.step === step);
    const whole = here.find(({ call, region }) => call === null && region === null)!.persons;
    // The months that are printed of everybody: some more, because of who came to it in two months, or fewer, because one is kept back.
    const months = [Math.max(0, whole - 30 + random.below(40)), random.once(2) ? null : 7];
    const printed = step === 'registered' ? Number.POSITIVE_INFINITY : months.reduce<number>((sum, month) => sum + (month ?? 0), 0);
    return puzzleOf(step, calls, here, limitOf(printed), roadsOutside(calls, counts, (_, value) => sayStep(step, value, months)));
  });
}

interface Part { readonly call: string; readonly place: string; readonly women: number; readonly others: number }
type Calls = readonly { readonly id: string; readonly hub: string; readonly region: string }[];

/** The parts added up; every tenth person of a region answered two of its calls. */
function countsOf(step: Step, calls: Calls, parts: readonly Part[], random: Random): StepCount[] {
  const sum = (of: readonly Part[]) => ({ persons: of.reduce((all, { women, others }) => all + women + others, 0), women: of.reduce((all, { women }) => all + women, 0) });
  const ofRegion = regions.map((region) => {
    const { persons, women } = sum(parts.filter(({ call }) => calls.find(({ id }) => id === call)!.region === region));
    return { step, call: null, region, place: null, persons: persons - random.below(1 + Math.floor(persons / 10)), women };
  });
  return [
    { step, call: null, region: null, place: null, persons: ofRegion.reduce((all, { persons }) => all + persons, 0), women: sum(parts).women }, ...ofRegion,
    ...calls.map(({ id }) => ({ step, call: id, region: null, place: null, ...sum(parts.filter(({ call }) => call === id)) })),
    ...parts.map((part) => ({ step, call: part.call, region: null, place: part.place, ...sum([part]) })),
  ];
}

const tens = 10;

/** What “at least so many” says: fewer than ten more, unless the printed months set the number. */
const limitOf = (printed: number) => (cell: CellName, said: number | null): Limit[] =>
  said === null ? [] : [{ terms: new Map([[cell, 1]]), least: said, most: said < Math.floor(printed / tens) * tens ? said + tens - 1 : null }];

function puzzleOf(step: Step, calls: Calls, counts: readonly StepCount[], limit: ReturnType<typeof limitOf>, said: ReturnType<typeof roadsOutside>): Puzzle {
  const truth = new Map<CellName, number>();
  const tell = (cell: CellName, { persons, women }: StepCount, apart: boolean) => {
    truth.set(cell, persons);
    if (apart) truth.set(`${cell}|women`, women).set(`${cell}|others`, persons - women);
  };
  for (const one of counts) tell(one.call === null ? (one.region === null ? 'all' : `region:${one.region}`) : one.place === null ? one.call : `${one.call}/${one.place}`, one, one.call !== null);
  const adding = (whole: CellName, parts: readonly CellName[]): Adding => ({ whole, parts, twice: parts.reduce((sum, part) => sum + truth.get(part)!, 0) - truth.get(whole)! });
  const cells = calls.flatMap(({ id }) => [id, ...places.map((place) => `${id}/${place}`)]);
  const ofCalls = calls.flatMap(({ id }) => {
    const { steps: whole, places: apart } = said.call(id);
    const told = [...whole.map((one) => [id, one] as const), ...apart.map((one) => [`${id}/${one.place}`, one] as const)].filter(([, one]) => one.step === step);
    return told.flatMap(([cell, one]) => [...limit(cell, one.persons), ...limit(`${cell}|women`, one.women)]);
  });
  return {
    truth, pages: new Map(),
    additions: [
      adding('all', regions.map((region) => `region:${region}`)), ...regions.map((region) => adding(`region:${region}`, calls.filter((one) => one.region === region).map(({ id }) => id))),
      ...cells.map((cell) => adding(cell, [`${cell}|women`, `${cell}|others`])),
      ...calls.flatMap(({ id }) => ['', '|women', '|others'].map((of) => adding(`${id}${of}`, places.map((place) => `${id}/${place}${of}`)))),
    ],
    told: new Map([
      ['network', ['all', ...regions.map((region) => `region:${region}`), ...calls.map(({ id }) => id)].flatMap((cell) => limit(cell, said.row(/^c\d/.test(cell) ? `call:${cell}` : cell)[step]))],
      ['calls', ofCalls],
    ]),
  };
}

/** The same roads as a house says them that keeps back small numbers only, and says the others exactly. */
export const unprotectedRoads = ({ truth, additions }: Puzzle): Puzzle =>
  ({ truth, additions, pages: onlySmallKept(new Map([['calls', new Map([...truth].filter(([cell]) => !cell.endsWith('|others')))]]), truth) });
