import pg from 'pg';
import { StartRefusal } from '../start/start-refusal.ts';
import { type CheckedArchive, tableOf } from './check-archive.ts';
import { copyIn } from './copy-rows.ts';
import { plainSettings, readTable } from './kept-tables.ts';
import { layBare } from './lay-bare.ts';
import type { CountedTable } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import { refuseOtherLayout } from './same-layout.ts';
import type { Entry } from './tar.ts';

/**
 * Fills an empty database, migrated as far as the backup was, in one transaction: all of it or nothing. Then every table is read
 * back and must hash to what the backup states (`backup-damaged`). A database with other tables is refused (`backup-other-layout`).
 */
export async function loadTables(connection: pg.ClientConfig, archive: CheckedArchive, say: (line: string) => void): Promise<readonly CountedTable[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(`begin; ${plainSettings}; set local lock_timeout = 0; set local maintenance_work_mem = '192MB'`);
    await refuseOtherLayout(client, archive, true);
    const dress = await layBare(client, archive.manifest.tables);
    await pour(client, archive);
    say('  rows are in, keys and indexes follow');
    await dress();
    for (const { name, value, called } of archive.manifest.sequences) await client.query('select setval($1::regclass, $2, $3)', [name, value, called]);
    const found = await readBack(client, archive);
    await client.query('commit');
    await client.query('analyze');
    return found;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** Pours each table's entries into it, in the order of the archive. */
async function pour(client: pg.Client, { file, openers, manifest }: CheckedArchive): Promise<void> {
  const entries = readArchive(file, openers);
  let next = await entries.next();
  async function* rowsOf(table: string): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value.name) === table) {
      yield next.value.bytes;
      next = await entries.next();
    }
  }
  while (!next.done) {
    const table = manifest.tables.find(({ name }) => name === tableOf((next.value as Entry).name));
    if (table) await copyIn(client, `${table.name} (${table.columns.join(', ')})`, rowsOf(table.name), true);
    else next = await entries.next();
  }
}

async function readBack(client: pg.Client, { file, manifest }: CheckedArchive): Promise<readonly CountedTable[]> {
  const found: CountedTable[] = [];
  for (const table of manifest.tables) {
    const { name, columns, order } = table;
    const counted = await readTable(client, { name, columns, order }, async () => {});
    if (counted.sha256 !== table.sha256 || counted.rows !== table.rows) throw new StartRefusal('backup-damaged', { file, reason: `the rows of ${name} came back different` });
    found.push(counted);
  }
  return found;
}
