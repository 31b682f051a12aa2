import pg from 'pg';
import { verifyChain } from '#core/chain/verify-chain.ts';
import { signingKey } from '#core/chain/signing.ts';
import { derive, loadMasterKey } from '#core/crypto/master-key.ts';
import { dataMigrations, runMigrations } from '#core/db/migrate.ts';
import { closedTables } from '#core/db/closed-tables.ts';
import { openPool } from '#core/db/pool.ts';
import { type RunningDatabase, startDatabase } from '#core/db/start-database.ts';
import { withFolder } from './datadir/own-folder.ts';
import { killAt, migrateFully } from './keeping/kill-migration.ts';
import { livedCopy, personsOfRows } from './keeping/lived-copy.ts';
import { filesOf, type Release, releases } from './keeping/releases.ts';
import { columnsNow, differing, tableFacts } from './keeping/table-facts.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LONGEST_LOCK_SECONDS = 1;

export const migratePromise: TrustPromise = {
  number: 56,
  name: 'migrate',
  title: 'from every version handed out the data reach this one: no row lost or changed, killed in any step and resumed',
  apart: true,
  run: async (kit) => {
    const found = [];
    for (const release of releases) found.push(await withFolder((home) => upgradeFrom(kit, release, home)));
    const faults = found.flatMap((one) => one.faults);
    return noneOf('faults', found.reduce((sum, one) => sum + one.cases, 0), faults, 40, found.flatMap((one) => one.notes));
  },
  plantedFault: (kit) => withFolder(async (home) => {
    await livedCopy(kit, home, releases[0]!, personsOfRows(kit.size === 'quick' ? 50_000 : 1_000));
    return onFolder(home, async (database) => withOwner(database, async (owner) => {
      const columns = await columnsNow(owner);
      const before = await tableFacts(owner, columns);
      const files = [...filesOf(releases[0]!).files, {
        number: 9_998, name: '9998-planted', checksum: 'planted', proof: 'select 1',
        up: `alter table people.person no force row level security; update people.person set name = name || ' ' where code = 'P-7'; alter table people.person force row level security`,
      }];
      await runMigrations(database.connection('hadina_owner', 'hadina'), files, () => {});
      const faults = differing(before, await tableFacts(owner, columns));
      return faults.length === 1 && faults[0]!.startsWith('people.person:');
    }));
  }),
};

async function upgradeFrom(kit: Kit, release: Release, home: string): Promise<{ cases: number; faults: string[]; notes: string[] }> {
  const network = await livedCopy(kit, home, release, personsOfRows(kit.rounds(50_000, 50_000, 1_000_000)));
  return onFolder(home, async (database) => {
    const { files, altered } = filesOf(release);
    const pending = dataMigrations().filter(({ number }) => !files.some((file) => file.number === number)).map(({ number }) => number);
    const [columns, before] = await withOwner(database, async (owner) => { const all = await columnsNow(owner); return [all, await tableFacts(owner, all)] as const; });
    const faults = altered.map((name) => `${release.name}: the migration ${name} was changed after it was handed out`);
    const killed = kit.size === 'quick' ? pending.filter((_, i) => i % 6 === 1) : pending;
    if (killed.length < pending.length) kit.shortened.push(`killed in ${killed.length} of ${pending.length} steps`);
    const longest = { name: 'none', seconds: 0 };
    const filled = [...before].filter(([, fact]) => fact.rows > 0).map(([table]) => table);
    for (const number of killed) {
      await runUpTo(database, number - 1, filled, longest);
      faults.push(...await killedIn(database, home, number));
    }
    await runUpTo(database, Number.MAX_SAFE_INTEGER, filled, longest);
    const { code, said } = await migrateFully(database, home);
    if (code !== 0) faults.push(`hadina migrate ended with ${code}: ${said.slice(0, 300)}`);
    const rows = [...before.values()].reduce((sum, fact) => sum + fact.rows, 0);
    if (rows < 50_000) faults.push(`only ${rows} rows before`);
    for (const table of replacedTables) { faults.push(...replacedFaults(table, before)); before.delete(table); columns.delete(table); }
    faults.push(...differing(before, await withOwner(database, (owner) => tableFacts(owner, columns))));
    const done = await withOwner(database, async (owner) => (await owner.query<{ number: number }>('select number from migration.done')).rows.map(({ number }) => number));
    faults.push(...dataMigrations().filter(({ number }) => !done.includes(number)).map(({ name }) => `${name} was not run`));
    faults.push(...await walkFaults(database, home, network));
    if (longest.seconds > LONGEST_LOCK_SECONDS) faults.push(`${longest.name} closed tables for ${longest.seconds.toFixed(2)} s`);
    return {
      cases: before.size + killed.length * 2 + pending.length + 3, faults,
      notes: [`${release.name}: ${rows.toLocaleString('en')} rows in ${before.size} tables, ${pending.length} steps, killed in ${killed.length}; longest time a table was closed ${longest.seconds.toFixed(2)} s (${longest.name})`],
    };
  });
}

/** Tables that a later version replaced because what stood in them is made from other tables. */
const replacedTables = ['directory.search_term'] as const;

/** A replaced table may go only where nothing of it could be lost: the invented rows of a release leave it empty. */
const replacedFaults = (table: string, before: ReadonlyMap<string, { rows: number }>): string[] =>
  (before.get(table)?.rows ? [`${table} is gone and held ${before.get(table)!.rows} rows`] : []);

/** Killed inside a step: neither it nor a later one is noted as done, whatever came before it is. */
async function killedIn(database: RunningDatabase, home: string, number: number): Promise<string[]> {
  const done = await killAt(database, home, number);
  if (!done) return [`step ${number} was not reached`];
  const later = done.filter((one) => one >= number);
  const earlier = dataMigrations().filter((file) => file.number < number && !done.includes(file.number));
  return [...later.map((one) => `step ${one} counts as done although ${number} was killed`), ...earlier.map(({ name }) => `${name} was lost when ${number} was killed`)];
}

async function walkFaults(database: RunningDatabase, home: string, network: string): Promise<string[]> {
  const pool = openPool(database.connection('hadina_worker', 'hadina'));
  try {
    const { broken } = await verifyChain(pool, signingKey(derive(await loadMasterKey(home, {}), 'chain-heads')), network);
    return broken ? [`the chain breaks at ${broken.seq}: ${broken.fault}`] : [];
  } finally {
    await pool.end();
  }
}

/** Runs the steps up to a number and remembers the longest that closed a table with rows: no table is closed for longer than its step. */
async function runUpTo(database: RunningDatabase, number: number, filled: readonly string[], longest: { name: string; seconds: number }): Promise<void> {
  let began = performance.now();
  const watch = async (client: pg.Client, { name }: { name: string }) => {
    const seconds = (performance.now() - began) / 1_000;
    if (seconds > longest.seconds && (await closedTables(client, filled)).length) Object.assign(longest, { name, seconds });
    began = performance.now();
  };
  await runMigrations(database.connection('hadina_owner', 'hadina'), dataMigrations(), () => {}, watch, number);
}

async function onFolder<T>(home: string, work: (database: RunningDatabase) => Promise<T>): Promise<T> {
  const database = await startDatabase({ home, keys: await loadMasterKey(home, {}) });
  return work(database).finally(() => database.stop());
}

async function withOwner<T>(database: RunningDatabase, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(database.connection('hadina_owner', 'hadina'));
  await owner.connect();
  return work(owner).finally(() => owner.end());
}
