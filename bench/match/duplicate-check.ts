import { loadavg } from 'node:os';
import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { duplicateHintsQuery } from '#modules/people/matching/duplicate-hints.query.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { median } from '../median.ts';
import { buildPersons } from '../person-search/build-persons.ts';
import { firstNames, kinds, lastNames } from '../person-search/names.ts';
import { inScratchHouse } from '../scratch-house.ts';
import { seededRandom } from '../seeded-random.ts';
import { percentile, timeThrice } from '../time-statements.ts';

const PERSONS = 1_000_000;
const PER_HUB = 25_000;
const BIG = 100_000;
const CHECKS = 200;

/** The duplicate check while somebody is typed at the desk, in a network of a million: at a hub of 100,000 persons and at hubs of 25,000. */
export const duplicateCheck = (say: (line: string) => void = () => {}): Promise<Line[]> =>
  inScratchHouse(say, (house) => buildPersons(house, PERSONS, PER_HUB, { big: BIG }), async (house, officers) => [
    await measureChecks(house, officers.slice(0, 1), `a hub of ${BIG.toLocaleString('en')}`, say),
    await measureChecks(house, officers.slice(1), `hubs of ${PER_HUB.toLocaleString('en')}`, say),
  ]);

async function measureChecks(house: House, officers: readonly Actor[], where: string, say: (line: string) => void): Promise<Line> {
  // A slip in the middle of the name, in the other script, last name first: she is there, and must be proposed.
  const known = kinds.filter(({ kind }) => ['Latin for Arabic', 'Arabic for Latin', 'last name first', 'vowels otherwise'].includes(kind));
  const missed: string[] = [];
  for (const { typed, name } of known) {
    const { inside } = await ask(house, officers[0]!, duplicateHintsQuery, { name: typed, birth_year: 1980 });
    if (!inside.some(({ person }) => person.name === name)) missed.push(typed);
  }
  const bare = new pg.Client(house.connectAs('hadina_app'));
  await bare.connect();
  const times: { typed: string; first: number; middle: number; database: number; ratio: number }[] = [];
  for (const [n, typed] of typedPersons(2033).entries()) {
    const { first, middle } = await timeThrice(bare, () => ask(house, officers[n % officers.length]!, duplicateHintsQuery, typed));
    times.push({ typed: typed.name, first: first.whole, middle: middle.whole, database: middle.database, ratio: middle.ratio });
  }
  await bare.end();
  for (const { typed, middle, database } of [...times].sort((a, b) => b.middle - a.middle).slice(0, 6)) say(`slow at ${where}: ${middle.toFixed(0)} ms, ${database.toFixed(0)} ms in the database: ${typed}`);
  const of = (what: 'first' | 'middle' | 'database' | 'ratio') => times.map((each) => each[what]);
  return {
    name: `duplicate check at intake, 1,000,000 persons, ${where}: p95, middle of three`, value: percentile(of('middle'), 95), bound: 50, unit: 'ms',
    detail: `median ${median(of('middle')).toFixed(1)} ms; first of the three p95 ${percentile(of('first'), 95).toFixed(1)} ms; database p95 ${percentile(of('database'), 95).toFixed(1)} ms, ${median(of('ratio')).toFixed(2)} × the same SQL by a bare client; ${missed.length ? `not proposed: ${missed.join(', ')}` : 'everybody sought was proposed'}; load ${loadavg()[0]!.toFixed(1)}`,
  };
}

/** What officers type at intake: a first and a last name in one of the scripts, mostly with a year. */
function typedPersons(seed: number): readonly { name: string; birth_year?: number }[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: CHECKS }, () => {
    const script = random() < 0.6 ? 0 : 1;
    const name = [pick(firstNames), ...(random() < 0.3 ? [pick(firstNames)] : []), pick(lastNames)].map((each) => each[script]).join(' ');
    return random() < 0.7 ? { name, birth_year: 1945 + Math.floor(random() * 60) } : { name };
  });
}
