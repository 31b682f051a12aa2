import { loadavg } from 'node:os';
import { type Comparable, findDoubles } from '#core/text/find-doubles.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { seededRandom } from '../seeded-random.ts';
import { familyNamePairs, firstNamePairs } from '../../tests/fixtures/region-names.ts';
import { listedPairs, listsThere, type NamePair } from './name-pairs.ts';

const PERSONS = 65_536;

interface Labelled { readonly persons: readonly Comparable[]; readonly who: readonly number[] }

/**
 * 65,536 invented persons, each registered twice: once in Arabic and once in Latin letters, in any order of the list. First and last
 * name come from the pairs given; one in five is written family name first, one in ten left out a middle name, one in five has no
 * birth year at one of the desks and one in twenty a year that is one off.
 */
export function labelledPersons(first: readonly NamePair[], last: readonly NamePair[], count = PERSONS, seed = 2032): Labelled {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const rows = Array.from({ length: count }, (_, who) => {
    const names = [pick(first), ...(random() < 0.3 ? [pick(first)] : []), pick(last)];
    const kept = names.length === 3 && random() < 0.3 ? [names[0]!, names[2]!] : names;
    const year = 1945 + Math.floor(random() * 60);
    const other = random() < 0.2 ? undefined : random() < 0.0625 ? year + 1 : year;
    const latin = kept.map(([, each]) => each);
    return [
      { who, person: { names: [names.map(([each]) => each).join(' ')], birthYear: year } },
      { who, person: { names: [(random() < 0.2 ? [latin.at(-1)!, ...latin.slice(0, -1)] : latin).join(' ')], birthYear: other } },
    ];
  }).flat().map((row) => ({ row, turn: random() })).sort((a, b) => a.turn - b.turn);
  return { persons: rows.map(({ row }) => row.person), who: rows.map(({ row }) => row.who) };
}

/** Every pair of 131,072 registrations that may be one person: seconds, and how many of the true pairs and how many others are found. */
export async function allPairs(say: (line: string) => void = () => {}): Promise<Line[]> {
  const listed: readonly NamePair[] = listsThere() ? listedPairs().filter(({ list, persons }) => list === 'wikidata' && persons >= 2).map(({ arabic, latin }) => [arabic, latin]) : [];
  // Without the public lists the region's own names serve; they are too few for so many persons, so that namesakes abound.
  const [kind, first, last] = listed.length > 0 ? (['names of Wikidata', listed, listed] as const) : (['names of the region', firstNamePairs, familyNamePairs] as const);
  const { persons, who } = labelledPersons(first, last);
  const [began, used] = [performance.now(), process.cpuUsage()];
  let [met, others] = [0, 0];
  for (const doubles of findDoubles(persons)) for (const { first: a, second: b } of doubles) who[a] === who[b] ? (met += 1) : (others += 1);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(used);
  say(`${kind}: ${met} of ${PERSONS} true pairs, ${others} others, heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`);
  return [{
    name: `possible doubles among ${persons.length} registrations, ${kind}`, value: seconds, bound: 20, unit: 's',
    detail: `${((user + system) / 1e6).toFixed(1)} s of processor; recall ${((100 * met) / PERSONS).toFixed(1)} %, precision ${((100 * met) / (met + others)).toFixed(1)} %; load ${loadavg()[0]!.toFixed(1)}`,
  }];
}
