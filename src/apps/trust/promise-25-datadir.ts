import pg from 'pg';
import type { RunningDatabase } from '#core/db/start-database.ts';
import { countSyncs } from './datadir/count-syncs.ts';
import { emptyHouse } from './datadir/own-folder.ts';
import { startSecond } from './datadir/second-process.ts';
import { startWithoutChecksums } from './datadir/without-checksums.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LONGEST_MS = 1_000;

export const datadirPromise: TrustPromise = {
  number: 25,
  name: 'datadir',
  title: 'one process per folder, every commit forced to the disk, checksums on',
  run: async (kit) => {
    const { home, database } = await emptyHouse(kit);
    const commits = kit.rounds(100, 1_000, 5_000);
    const { syncs, seenFromOutside } = await countSyncs(database, commits);
    const second = await startSecond(home);
    const settings = await settingsOf(database);
    const refused = await startWithoutChecksums();
    const faults = [
      syncs < commits && `${syncs} flushes for ${commits} commits`,
      seenFromOutside !== null && seenFromOutside < commits && `strace saw ${seenFromOutside} flushes for ${commits} commits`,
      second.code !== 3 && `a second process on the folder ended with ${second.code}`,
      !second.said.includes(String(process.pid)) && `the refusal does not name the holder: ${second.said.trim()}`,
      second.milliseconds > LONGEST_MS && `the refusal took ${Math.round(second.milliseconds)} ms`,
      refused !== 'checksums-off' && `a folder without checksums: ${refused}`,
      ...Object.entries(settings).map(([name, value]) => value !== 'on' && `${name} is ${value}`),
    ].filter((fault): fault is string => Boolean(fault));
    const how = seenFromOutside === null ? 'strace may not look here: PostgreSQL’s own count only' : `strace saw ${seenFromOutside} flushes`;
    return noneOf('faults', commits + 7, faults, 1, [`${syncs} flushes for ${commits} commits; ${how}; refused in ${Math.round(second.milliseconds)} ms`]);
  },
  plantedFault: async (kit) => {
    const { commits, syncs } = await countSyncs((await emptyHouse(kit)).database, 200, true);
    return syncs < commits;
  },
};

async function settingsOf(database: RunningDatabase): Promise<Record<string, string>> {
  const client = new pg.Client(database.connection('hadina_owner'));
  await client.connect();
  const { rows } = await client.query(`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`);
  await client.end();
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
