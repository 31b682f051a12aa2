import { loadavg } from 'node:os';
import pg from 'pg';
import { openLog } from '#apps/log.ts';
import { webApp } from '#apps/web/app.ts';
import { loadAssets } from '#apps/web/assets.ts';
import { sitemap } from '#apps/web/sitemap.ts';
import { visitor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { ask } from '#core/pipeline.ts';
import { serviceSearch } from '#modules/directory/service-search/service-search.query.ts';
import { serviceTypeCodes } from '#modules/directory/service-type-entry.ts';
import { median } from '../median.ts';
import { scratchHouse } from '../scratch-house.ts';
import { seededRandom } from '../seeded-random.ts';
import { percentile, timeStatements, timeThrice, type Timing } from '../time-statements.ts';
import { type BuiltServices, buildServices } from './build-services.ts';
import { bodies, kinds, people, things } from './words.ts';

const SERVICES = 100_000;
const SEARCHES = 400;

export interface Line {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
  readonly atLeast?: true;
  readonly detail?: string;
}

/**
 * Searches and browsing in a directory of 100,000 services in three languages, no page kept: milliseconds of database and of
 * page, the ratio to the same statements by a bare client, and how many of twenty kinds of query find their record.
 */
export async function directorySearch(say: (line: string) => void = () => {}): Promise<Line[]> {
  const hadina = await scratchHouse();
  try {
    const began = performance.now();
    const built = await buildServices(hadina.house, SERVICES);
    say(`built in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return await measureDirectory(hadina.house, built, say);
  } finally {
    await hadina.close();
  }
}

/** Searches and browses a directory that stands. */
export async function measureDirectory(house: House, { network, needles }: BuiltServices, say: (line: string) => void): Promise<Line[]> {
  const anyone = visitor(network);
  const first = await timeStatements(() => ask(house, anyone, serviceSearch, {}));
  if (first.result.total !== SERVICES) throw new Error(`${first.result.total} services instead of ${SERVICES}`);
  const words = await timeStatements(() => ask(house, anyone, serviceSearch, { q: 'a' }));
  const found: string[] = [];
  for (const { kind, typed } of kinds) {
    const { services } = await ask(house, anyone, serviceSearch, { q: typed });
    if (services.some(({ id }) => id === needles.get(kind))) found.push(kind);
  }
  const missed = kinds.filter(({ kind }) => !found.includes(kind)).map(({ kind }) => kind);
  const log = openLog();
  log.level = 'silent';
  const app = webApp({
    house,
    home: { network, country: 'TN', demo: false },
    pages: sitemap,
    assets: await loadAssets(),
    log,
    publicUrl: null,
    csrfKey: house.keyFor('csrf'),
    secure: false,
  });
  const searches = searchesOf(2027);
  for (const address of searches.slice(0, 40)) await app.request(`http://localhost${address}&page=1`);
  const bare = new pg.Client(house.connectAs('hadina_app'));
  await bare.connect();
  const timed: { address: string; first: Timing; middle: Timing }[] = [];
  for (const address of searches) {
    const { first: once, middle, result } = await timeThrice(bare, async (turn) => (await app.request(`http://localhost${address}.${turn}`)).status);
    if (result !== 200) throw new Error(`${address} answered ${result}`);
    timed.push({ address, first: once, middle });
  }
  await bare.end();
  for (const { address, middle } of [...timed].sort((a, b) => b.middle.whole - a.middle.whole).slice(0, 12)) {
    say(`slow: ${middle.whole.toFixed(0)} ms of page, ${middle.database.toFixed(0)} ms in ${middle.statements} statements: ${decodeURIComponent(address)}`);
  }
  const load = `load ${loadavg()[0]!.toFixed(1)}`;
  const of = (turn: 'first' | 'middle', what: 'whole' | 'database' | 'ratio') => timed.map((each) => each[turn][what]);
  const told = (what: 'whole' | 'database') => `median ${median(of('middle', what)).toFixed(1)} ms; first of the three: median ${median(of('first', what)).toFixed(1)}, p95 ${percentile(of('first', what), 95).toFixed(1)} ms`;
  return [
    { name: 'directory search, 100,000 services: database time p95, middle of three', value: percentile(of('middle', 'database'), 95), bound: 15, unit: 'ms', detail: `${told('database')}; ${median(of('first', 'ratio')).toFixed(2)} × the same SQL by a bare client, ${load}` },
    { name: 'directory search, 100,000 services: page time p95, middle of three', value: percentile(of('middle', 'whole'), 95), bound: 50, unit: 'ms', detail: `${told('whole')}; once in a process: facets read in ${first.database.toFixed(0)} ms, words in ${words.database.toFixed(0)} ms` },
    { name: `kinds of query that find their record, of ${kinds.length}`, value: found.length, bound: kinds.length, unit: '', atLeast: true, detail: missed.length ? `missed: ${missed.join(', ')}` : 'none missed' },
  ];
}

/** Addresses as people make them: words of one language, two words, a beginning, a slip, facets, browsing; each another. */
function searchesOf(seed: number): readonly string[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = (): string =>
    pick(
      pick([pick(things), pick(people)] as readonly (readonly string[])[])
        .flatMap((text) => text.split(' '))
        .filter((one) => one.length > 3),
    );
  const place = (): string => `TN-${pick(['11', '12', '21', '31', '41', '42', '43', '51', '52', '53', '61', '71', '82'])}`;
  const slip = (text: string): string => text.slice(0, 2) + text.slice(3);
  const makers: readonly (() => string)[] = [
    () => `q=${encodeURIComponent(word())}`,
    () => `q=${encodeURIComponent(`${word()} ${word()}`)}`,
    () => `q=${encodeURIComponent(word().slice(0, 4))}`,
    () => `q=${encodeURIComponent(slip(word()))}`,
    () => `q=${encodeURIComponent(`${pick(things)[1]} ${pick(people)[1]}`)}`,
    () => `q=${encodeURIComponent(pick(bodies)[0])}`,
    () => `q=${encodeURIComponent(word())}&territory=${place()}`,
    () => `type=${pick(serviceTypeCodes)}&territory=${place()}`,
    () => `type=${pick(serviceTypeCodes)}&stage=idea&language=en`,
    () => `territory=${place()}&page=${1 + Math.floor(random() * 20)}`,
    () => `q=${encodeURIComponent(String(Math.floor(random() * 100_000)))}`,
  ];
  return Array.from({ length: SEARCHES }, (_, n) => `/directory?${makers[n % makers.length]!()}&n=${n}`);
}
