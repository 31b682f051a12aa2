import { loadavg } from 'node:os';
import pg from 'pg';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { countAnew, countSome } from '#modules/evidence/public.ts';
import { hubBoard, networkBoard } from '#modules/evidence/board/boards.query.ts';
import { loadIndicatorSet } from '#modules/evidence/kept/load-set.ts';
import { indicators } from '#modules/evidence/indicator/indicators-of-the-desk.ts';
import { cuts } from '#modules/evidence/reading/cut.ts';
import { readFigures } from '#modules/evidence/reading/read-figure.ts';
import { tally } from '#modules/evidence/reading/tally.ts';
import '#modules/evidence/routes.tsx';
import { consoleActor, hubPlaces } from '#modules/network/public.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { median } from '../median.ts';
import { type Processor, watchProcessor } from '../processor.ts';
import { inScratchHouse } from '../scratch-house.ts';
import { percentile } from '../time-statements.ts';
import { type BuiltEvents, buildEvents } from './build-events.ts';
import { type InDuckDb, loadDuckDb } from './in-duckdb.ts';

const EVENTS = Number(process.env.HADINA_EVENTS ?? 1_000_000);
const TURNS = 60;
const WAITING = 2_000;
// What a short action takes on this machine when nothing else runs, measured over open-ticket; the share of counting is taken of it.
const ACTION_MS = 8;

/** Figures over many events: any one divided in any way, a sheet of all, what counting costs and how fast it is built anew; ratios to the same in plain SQL. */
export const figuresAtSize = (say: (line: string) => void = () => {}): Promise<Line[]> =>
  inScratchHouse(say, (house) => buildEvents(house, EVENTS), (house, built) => measure(house, built, say));

/** The owner's connection is closed whatever happens: the database that ends before it would hide what went wrong. */
async function measure(house: House, built: BuiltEvents, say: (line: string) => void): Promise<Line[]> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    return await measureAs(owner, house, built, say);
  } finally {
    await owner.end();
  }
}

async function measureAs(owner: pg.Client, house: House, built: BuiltEvents, say: (line: string) => void): Promise<Line[]> {
  const { network } = built;
  const began = performance.now();
  const rebuilding = await watchProcessor(house.worker);
  const counted = await countAnew(house.worker, network);
  const rate = counted / ((performance.now() - began) / 1_000);
  const rebuilt = worked(rebuilding());
  await owner.query('vacuum analyze evidence.counted_event');
  await owner.query('vacuum analyze evidence.counted_cell');
  say(`rebuilt: ${Math.round(rate)} events/s`);
  const duck = await loadDuckDb(owner, network);
  const reading = await watchProcessor(house.report);
  const one = await timeOne(house, owner, built, { duck });
  duck?.close();
  const readingOne = worked(reading());
  say(`one figure: p95 ${percentile(one.ours, 95).toFixed(1)} ms`);
  const looking = await watchProcessor(house.report);
  const sheet = await timeSheet(house, built);
  const lookedAt = worked(looking()) / (TURNS / 2 + 3);
  say(`sheet: p95 ${percentile(sheet, 95).toFixed(1)} ms`);
  const board = await timeBoards(house, built);
  say(`board: p95 ${percentile(board.took, 95).toFixed(1)} ms`);
  // More are told and wait: the same figures are asked again, then they are counted.
  await owner.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment, body)
    select network_id, gen_random_uuid(), at, hub_id, app, action, name, gen_random_uuid(), person_id, compartment, body from (select * from core.event where network_id = $1 limit ${WAITING}) e`, [network]);
  const waiting = await timeOne(house, owner, built, { turns: 20 });
  const [since, counting] = [performance.now(), await watchProcessor(house.worker)];
  while (await countSome(house.worker, network));
  const [perEvent, workPerEvent] = [(performance.now() - since) / WAITING, (worked(counting()) * 1_000) / WAITING];
  const load = `load ${loadavg()[0]!.toFixed(1)}`;
  const size = built.events.toLocaleString('en');
  return [
    { name: `any figure, any division, ${size} events: p95`, value: percentile(one.ours, 95), bound: 50, unit: 'ms', detail: `median ${median(one.ours).toFixed(1)} ms against ${median(one.plain).toFixed(1)} ms of plain SQL, ratio ${(median(one.ours) / median(one.plain)).toFixed(3)}; ${one.duck.length ? `against ${median(one.duck).toFixed(1)} ms of DuckDB, ratio ${(median(one.ours) / median(one.duck)).toFixed(3)}` : 'DuckDB left out (HADINA_DUCKDB names no folder)'}; ${readingOne.toFixed(1)} s of processor for all; ${load}` },
    { name: `any figure with ${WAITING.toLocaleString('en')} events waiting: p95`, value: percentile(waiting.ours, 95), bound: 250, unit: 'ms', detail: `median ${median(waiting.ours).toFixed(1)} ms` },
    { name: `sheet of ${indicators.length} figures: p95`, value: percentile(sheet, 95), bound: 150, unit: 'ms', detail: `median ${median(sheet).toFixed(1)} ms, ${(lookedAt * 1_000).toFixed(0)} ms of processor each` },
    { name: `board of ${board.figures} figures with its trend, places, hubs and targets: p95`, value: percentile(board.took, 95), bound: 150, unit: 'ms', detail: `median ${median(board.took).toFixed(1)} ms, ${(board.work * 1_000).toFixed(0)} ms of processor each` },
    { name: 'counting an event, share of an action', value: (perEvent / ACTION_MS) * 100, bound: 15, unit: '%', detail: `${perEvent.toFixed(3)} ms an event in lots of ${WAITING}, ${workPerEvent.toFixed(3)} ms of processor, of ${ACTION_MS} ms` },
    { name: 'rebuild', value: rate, bound: 100_000, unit: 'events/s', atLeast: true, detail: `${counted.toLocaleString('en')} events, ${rebuilt.toFixed(1)} s of processor` },
  ];
}

/** One figure at a time: at a hub over a run of months, or over the network in one, divided in every way; each answer held against plain SQL. */
async function timeOne(house: House, owner: pg.Client, { network, hubs, months }: BuiltEvents, { turns = TURNS, duck = null }: { turns?: number; duck?: InDuckDb | null }): Promise<{ ours: number[]; plain: number[]; duck: number[] }> {
  const timed = { ours: [] as number[], plain: [] as number[], duck: [] as number[] };
  for (let turn = -5; turn < turns; turn++) {
    const n = turn + 5;
    const figure = indicators[n % indicators.length]!;
    const hub = n % 2 ? hubs[n % hubs.length] : undefined;
    const period = hub ? { from: months[1 + (n * 7) % 23]!, to: months[0]! } : { from: months[n % months.length]!, to: months[n % months.length]! };
    const by = [undefined, ...cuts][n % (cuts.length + 1)];
    const began = performance.now();
    const read = await inTransaction(house.report, beginFor(reader(network), { readOnly: true }), (tx) => tally(tx, [figure], { network, period, hub, by }));
    const took = performance.now() - began;
    const plainBegan = performance.now();
    const { rows } = await owner.query<{ units: number }>(`select count(distinct case $5 when 'persons' then person_id when 'organizations' then organization_id else subject_id end)::int as units from core.event
      where network_id = $1 and name = any ($2) and at >= ($3 || '-01')::timestamp at time zone 'Africa/Tunis' and at < (($4 || '-01')::timestamp + interval '1 month') at time zone 'Africa/Tunis' and ($6::uuid is null or hub_id = $6)`,
    [network, figure.events, period.from, period.to, figure.counting, hub ?? null]);
    const plain = performance.now() - plainBegan;
    const { all } = read.get(figure.code)!;
    if (figure.counting !== 'professionals' && figure.counting !== 'amount' && all.base !== rows[0]!.units) throw new Error(`${figure.code} ${period.from} to ${period.to}: ${all.base} read, ${rows[0]!.units} counted by plain SQL`);
    const inDuck = await duck?.ask({ counting: figure.counting, events: figure.events, ...period, hub });
    if (inDuck && inDuck.units !== rows[0]!.units) throw new Error(`${figure.code} ${period.from} to ${period.to}: ${inDuck.units} in DuckDB, ${rows[0]!.units} counted by plain SQL`);
    if (turn < 0) continue;
    timed.ours.push(took);
    timed.plain.push(plain);
    if (inDuck) timed.duck.push(inDuck.took);
  }
  return timed;
}

async function timeSheet(house: House, { network, hubs, months }: BuiltEvents): Promise<number[]> {
  const timed: number[] = [];
  for (let turn = -3; turn < TURNS / 2; turn++) {
    const hub = hubs[(turn + 3) % hubs.length]!;
    const began = performance.now();
    await inTransaction(house.report, beginFor(reader(network), { readOnly: true }), async (tx) => {
      const places = (await hubPlaces(tx)).map((place) => ({ hub: place.hub, region: place.region ?? '' }));
      const exact = turn % 2 === 0;
      await readFigures(tx, indicators, { network, places, reading: exact ? { over: 'hub', exact: true, hub } : { over: 'network', exact: false }, period: exact ? { from: months[11]!, to: months[0]! } : { from: months[3]!, to: months[3]! } });
    });
    if (turn >= 0) timed.push(performance.now() - began);
  }
  return timed;
}

/** Boards as pages ask for them, by turns that of a hub and that of the network, with a ready set of indicators beside the figures of the desk. */
async function timeBoards(house: House, { network, hubs }: BuiltEvents): Promise<{ took: number[]; work: number; figures: number }> {
  await act(house, consoleActor(network), loadIndicatorSet, { set: 'medtown' });
  const took: number[] = [];
  let figures = 0;
  const working = await watchProcessor(house.report);
  for (let turn = -2; turn < TURNS / 2; turn++) {
    const hub = hubs[(turn + 2) % hubs.length]!;
    const began = performance.now();
    const board = turn % 2
      ? await ask(house, { ...reader(network), account: newId(), hub, roles: [{ role: 'hub_manager', scope: 'hub', scopeId: hub, hubs: [hub] }] }, hubBoard, {})
      : await ask(house, { ...reader(network), account: newId(), roles: [{ role: 'ministry_viewer', scope: 'network', scopeId: null, hubs }] }, networkBoard, {});
    if (turn >= 0) took.push(performance.now() - began);
    figures = Math.max(figures, board.figures.length + board.kept.length);
  }
  return { took, work: worked(working()) / (TURNS / 2 + 2), figures };
}

/** Seconds of processor, here and in the database. */
const worked = ({ ours, database }: Processor): number => ours + (database ?? 0);

const reader = (network: string) => ({ network, account: null, person: null, hub: null, roles: [], app: 'web' }) as const;
