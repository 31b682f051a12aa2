import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHadina } from '#apps/open-hadina.ts';
import type { House } from '#core/house.ts';
import { proveLedger, statementOf } from '#modules/ledger/public.ts';
import '#modules/ledger/routes.tsx';
import '#modules/network/access.ts';
import '#modules/network/events.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { watchProcessor } from '../processor.ts';
import { seededRandom } from '../seeded-random.ts';
import { percentile } from '../time-statements.ts';
import { startServer } from '../../scripts/postgres-server.mjs';
import { type BenchBook, openBenchBook } from './bench-book.ts';
import { countAgain } from './count-again.ts';
import { fill, grant } from './grants.ts';
import { anybody, manyCallers, oneIssuer } from './many-callers.ts';
import { programsWithPgbench, Yardstick } from './yardstick.ts';

const WALLETS = 10_000;
const MANY = 100_000;
/** How many transfers the book of a hundred thousand wallets holds before it is proved; five million take some minutes to write. */
const TRANSFERS = Number(process.env.HADINA_TRANSFERS ?? 5_000_000);
const SECONDS = Number(process.env.HADINA_BENCH_SECONDS ?? 10);
const CALLERS = 2_000;
// A server that has the machine for itself; the yardstick gets the same memory and the same disk.
const SETTINGS = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'shared_buffers=1GB', 'max_wal_size=8GB'];

type Say = (line: string) => void;

/** The ledger against pgbench's own bank, on one server that waits for its disk, with everything on that keeps the books safe; then large grants, and a book at size. */
export async function ledgerFigures(say: Say = () => {}): Promise<Line[]> {
  const bin = programsWithPgbench();
  if (!bin) throw new Error('The yardstick is pgbench, which the PostgreSQL of the packages does not bring: install PostgreSQL with pgbench, or name its folder in HADINA_PG_BIN.');
  const server = await startServer(bin, SETTINGS);
  const home = mkdtempSync(join(tmpdir(), 'hadina-bench-'));
  chmodSync(home, 0o711);
  try {
    const hadina = await openHadina({ as: 'supervisor', env: { ...process.env, HADINA_HOME: home, DATABASE_URL: server.url } });
    try {
      await waitsForDisk(hadina.house);
      return [...(await againstPgbench(hadina.house, Yardstick.open(bin, server.folder), say)), ...(await atSize(hadina.house, say))];
    } finally {
      await hadina.close();
    }
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function againstPgbench(house: House, yardstick: Yardstick, say: Say): Promise<Line[]> {
  const pays = anybody(seededRandom(7));
  const one = await openBenchBook(house, WALLETS);
  const other = await openBenchBook(house, WALLETS);
  const hot = await openBenchBook(house, WALLETS);
  for (const book of [one, other]) await grant(book, WALLETS, 1_000_000);
  const yard = await watchProcessor(house.app);
  const best = await yardstick.best(SECONDS);
  const each = microseconds(yard().database, best.done);
  say(`pgbench, ${best.tried} a second, ${each} in PostgreSQL; load ${loadavg()[0]!.toFixed(1)}`);
  const lines: Line[] = [];
  const measured = async (name: string, bound: number, goal: number, books: readonly BenchBook[], callers: number, who = pays): Promise<number> => {
    const worked = await watchProcessor(house.app);
    const before = entriesOf(books);
    const pace = await manyCallers(house, books, callers, SECONDS, who);
    const { ours, database } = worked();
    const done = entriesOf(books) - before;
    // On a machine that others use this says more than how many were done.
    const processor = `${microseconds(database, done)} in PostgreSQL and ${microseconds(ours, done)} here against ${each} in PostgreSQL`;
    const value = pace.rate / best.rate;
    lines.push({ name: `ledger, ${name}`, value, bound, unit: '× pgbench', atLeast: true, detail: `goal ${goal}; ${Math.round(pace.rate)} transfers/s against ${Math.round(best.rate)} with ${best.callers} callers, p99 ${pace.p99.toFixed(1)} ms; ${processor}; load ${loadavg()[0]!.toFixed(1)}` });
    say(`${name}: ${value.toFixed(2)} × (${Math.round(pace.rate)} a second, p99 ${pace.p99.toFixed(1)} ms; ${processor})`);
    return pace.p99;
  };
  await measured('one network, many callers', 3.5, 5, [one], CALLERS);
  await measured('two networks', 5, 8, [one, other], CALLERS);
  await measured(`one issuer paying ${WALLETS.toLocaleString('en')} people`, 3.5, 5, [hot], CALLERS, oneIssuer);
  const p99 = await measured('32 callers', 1.4, 2, [one], 32);
  lines.push({ name: 'ledger, 32 callers: p99', value: p99, bound: 15, unit: 'ms' });
  return [...lines, await counted(house, [one, other, hot])];
}

const entriesOf = (books: readonly BenchBook[]): number => books.reduce((sum, { entries }) => sum + entries, 0);
/** The processor's time for each of so many. */
const microseconds = (seconds: number | null, many: number): string => (seconds === null ? 'unknown' : `${Math.round((seconds * 1e6) / many)} µs`);

async function atSize(house: House, say: Say): Promise<Line[]> {
  const random = seededRandom(11);
  const book = await openBenchBook(house, MANY);
  const [few, many] = [await grant(book, WALLETS, 1_000), await grant(book, MANY, 1_000)];
  say(`granted to ${WALLETS} in ${few.toFixed(2)} s, to ${MANY} in ${many.toFixed(2)} s`);
  const began = performance.now();
  await fill(book, TRANSFERS - book.entries, random);
  const built = (performance.now() - began) / 1_000;
  say(`built ${book.entries.toLocaleString('en')} transfers in ${built.toFixed(0)} s`);
  await vacuumed(house);
  const proving = performance.now();
  const proof = await book.within(({ tx }) => proveLedger(tx, book.network, book.book));
  const proved = (performance.now() - proving) / 1_000;
  if (proof.faults.length) throw new Error(`the book of the measurement does not add up: ${proof.faults.slice(0, 3).join('; ')}`);
  const pages: number[] = [];
  for (let turn = -20; turn < 300; turn++) {
    const account = book.wallets[Math.floor(random() * book.wallets.length)]!;
    const asked = performance.now();
    const lines = await book.within((asking) => statementOf(asking, book.book, account));
    if (turn >= 0) pages.push(performance.now() - asked);
    if (lines[0]?.after !== (book.should.get(account) ?? 0)) throw new Error('the newest line of a statement is not what was acknowledged');
  }
  const size = `${MANY.toLocaleString('en')} wallets, ${book.entries.toLocaleString('en')} transfers`;
  return [
    { name: 'grant to 10,000 wallets, all or none', value: few, bound: 5, unit: 's' },
    { name: 'grant to 100,000 wallets, all or none', value: many, bound: 60, unit: 's', detail: `load ${loadavg()[0]!.toFixed(1)}` },
    { name: `full proof of a book, ${size}`, value: proved, bound: 30, unit: 's', detail: `${Math.round(proof.entries / proved).toLocaleString('en')} entries/s, load ${loadavg()[0]!.toFixed(1)}` },
    { name: `a page of a statement, ${size}: p95`, value: percentile(pages, 95), bound: 30, unit: 'ms' },
    await counted(house, [book]),
  ];
}

async function counted(house: House, books: readonly BenchBook[]): Promise<Line> {
  const faults = await countAgain(house, books);
  const entries = entriesOf(books);
  return { name: `counted again: ${entries.toLocaleString('en')} acknowledged transfers, differences`, value: faults.length, bound: 0, unit: '', detail: faults.slice(0, 5).join('; ') || 'every row, key, number, balance and block; the sum of each book is zero' };
}

async function asOwner<T>(house: House, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

const vacuumed = (house: House) => asOwner(house, async (owner) => {
  for (const table of ['transfer', 'account', 'block']) await owner.query(`vacuum analyze ledger.${table}`);
});

const waitsForDisk = (house: House) => asOwner(house, async (owner) => {
  const { rows } = await owner.query<{ name: string }>(`select name from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`);
  if (rows.length) throw new Error(`${rows.map(({ name }) => name).join(', ')} must be on`);
});
