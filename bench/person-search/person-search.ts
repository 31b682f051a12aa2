import { loadavg } from 'node:os';
import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { median } from '../median.ts';
import { inScratchHouse } from '../scratch-house.ts';
import { seededRandom } from '../seeded-random.ts';
import { percentile, timeThrice, type Timing } from '../time-statements.ts';
import { buildPersons } from './build-persons.ts';
import { firstNames, kinds, lastNames } from './names.ts';

const PERSONS = 1_000_000;
const PER_HUB = 25_000;
const SEARCHES = 400;

/** Searches for persons at hubs of 25,000 in a network of a million: milliseconds, the ratio to the same statements by a bare client, and what is found. */
export const personSearch = (say: (line: string) => void = () => {}): Promise<Line[]> =>
  inScratchHouse(say, (house) => buildPersons(house, PERSONS, PER_HUB), (house, officers) => measurePersons(house, officers, say));

/** Searches in a network that stands, each time at another of its hubs. */
export async function measurePersons(house: House, officers: readonly Actor[], say: (line: string) => void): Promise<Line[]> {
  const { total } = await ask(house, officers[0]!, peopleSearch, {});
  if (total !== PER_HUB) throw new Error(`${total} persons at the hub instead of ${PER_HUB}`);
  const missed: string[] = [];
  for (const [n, { kind, typed, name }] of kinds.entries()) {
    const { people } = await ask(house, officers[n % officers.length]!, peopleSearch, { q: typed });
    if (!people.some((person) => person.name === name)) missed.push(kind);
  }
  const bare = new pg.Client(house.connectAs('hadina_app'));
  await bare.connect();
  const timed: { typed: string; found: number; first: Timing; middle: Timing }[] = [];
  for (const [n, typed] of searchesOf(2029).entries()) {
    const { first, middle, result } = await timeThrice(bare, () => ask(house, officers[n % officers.length]!, peopleSearch, { q: typed }));
    timed.push({ typed, found: result.total, first, middle });
  }
  await bare.end();
  for (const { typed, middle, found } of [...timed].sort((a, b) => b.middle.whole - a.middle.whole).slice(0, 12)) {
    say(`slow: ${middle.whole.toFixed(0)} ms, ${middle.database.toFixed(0)} ms in ${middle.statements} statements, ${found} found: ${typed}`);
  }
  const of = (turn: 'first' | 'middle', what: 'whole' | 'database' | 'ratio') => timed.map((each) => each[turn][what]);
  return [
    { name: 'person search, 1,000,000 persons, hubs of 25,000: p95, middle of three', value: percentile(of('middle', 'whole'), 95), bound: 50, unit: 'ms', detail: `median ${median(of('middle', 'whole')).toFixed(1)} ms; first of the three: median ${median(of('first', 'whole')).toFixed(1)}, p95 ${percentile(of('first', 'whole'), 95).toFixed(1)} ms; database p95 ${percentile(of('middle', 'database'), 95).toFixed(1)} ms, ${median(of('first', 'ratio')).toFixed(2)} × the same SQL by a bare client, load ${loadavg()[0]!.toFixed(1)}` },
    { name: `kinds of search that find the person, of ${kinds.length}`, value: kinds.length - missed.length, bound: kinds.length, unit: '', atLeast: true, detail: missed.length ? `missed: ${missed.join(', ')}` : 'none missed' },
  ];
}

/** What is typed at desks: a name in either script, its parts in any order, one part alone, a beginning, a slip of the finger. */
function searchesOf(seed: number): readonly string[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const slip = (text: string): string => { const at = 1 + Math.floor(random() * (text.length - 2)); return text.slice(0, at) + text.slice(at + 1); };
  const both = (script: 0 | 1): [string, string] => [pick(firstNames)[script], pick(lastNames)[script]];
  const makers: readonly (() => string)[] = [
    () => both(0).join(' '), () => both(1).join(' '), () => both(0).reverse().join(' '), () => both(1).reverse().join(' '), () => both(1).map(slip).join(' '), () => both(0).map(slip).join(' '),
    () => pick(firstNames)[0], () => pick(lastNames)[1], () => pick(lastNames)[1].slice(0, 4), () => pick(firstNames)[0].slice(0, 3), () => `${both(1)[0]} ${pick(lastNames)[1].slice(0, 3)}`,
    () => `${pick(firstNames)[0]} ${both(0).join(' ')}`, () => `Zzyzx ${both(1).join(' ')}`,
  ];
  return Array.from({ length: SEARCHES }, (_, n) => makers[n % makers.length]!());
}
