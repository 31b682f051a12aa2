import pg from 'pg';
import { hadinaVersion } from '../project-root.ts';
import { StartRefusal } from '../start/start-refusal.ts';
import { noteKnownKeys } from './known-keys.ts';
import { keptSequences, keptTables, plainSettings, readTable } from './kept-tables.ts';
import type { CountedTable, Manifest, Opening } from './manifest.ts';
import type { Entry } from './tar.ts';

// An entry is held whole when it is read, so this is what a restore needs of memory, whatever the size of the tables.
const PART_BYTES = 1024 * 1024;

interface Facts {
  readonly kind: Opening['kind'];
  readonly master: string;
  /** Small files of the folder that belong to the data: the heads published outside the database, the demo's logins. */
  readonly files: readonly Entry[];
  /** The key store, of which a data backup notes whose keys there are. */
  readonly keys: pg.ClientConfig | null;
  readonly add: (entry: Entry) => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * Copies every table of a database into an archive, all as of one moment, while others go on working.
 * Refuses a login that row-level security would show only a part (`owner-reads-part`).
 */
export async function backUpDatabase(connection: pg.ClientConfig, { kind, master, files, keys, add, say }: Facts): Promise<Manifest> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await refusePart(client);
    await client.query(`begin isolation level repeatable read read only; ${plainSettings}`);
    const opening = await openingOf(client, kind, master);
    await add({ name: 'opening.json', bytes: Buffer.from(JSON.stringify(opening, null, 1)) });
    for (const file of files) await add({ name: `files/${file.name}`, bytes: file.bytes });
    const tables: CountedTable[] = [];
    for (const table of opening.tables) {
      const counted = await readTable(client, table, parts(`tables/${table.name}`, add));
      tables.push(counted);
      if (counted.rows >= 100_000) say(`  ${table.name}: ${counted.rows.toLocaleString('en')} rows`);
    }
    const manifest: Manifest = { ...opening, tables, known: keys && (await noteKnownKeys(keys, parts('known', add))) };
    await add({ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, null, 1)) });
    await client.query('rollback');
    return manifest;
  } finally {
    await client.end();
  }
}

/** Cuts bytes into entries of a fixed size. */
function parts(folder: string, add: Facts['add']): (bytes: Buffer) => Promise<void> {
  let number = 0;
  return async (bytes) => {
    for (let at = 0; at < bytes.length; at += PART_BYTES) {
      number++;
      await add({ name: `${folder}/${String(number).padStart(7, '0')}`, bytes: bytes.subarray(at, at + PART_BYTES) });
    }
  };
}

async function refusePart(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select rolname as login, rolsuper or rolbypassrls as whole from pg_roles where rolname = current_user');
  if (!rows[0].whole) throw new StartRefusal('owner-reads-part', { login: rows[0].login });
}

async function openingOf(client: pg.Client, kind: Opening['kind'], master: string): Promise<Opening> {
  const one = async <T>(text: string): Promise<T> => (await client.query(text)).rows[0] as T;
  const { server, jobs, base, done } = await one<{ server: string; jobs: boolean; base: boolean; done: boolean }>(
    `select current_setting('server_version') as server, to_regclass('graphile_worker.migrations') is not null as jobs,
       to_regclass('core.restored') is not null as base, to_regclass('migration.done') is not null as done`);
  if (!done) throw new StartRefusal('no-network', {});
  const { next } = await one<{ next: string }>(
    `select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ${base ? '(select coalesce(max(transaction_base), 0) from core.restored)' : '0'})::text as next`);
  const { rows: heads } = kind === 'keys' ? { rows: [] } : await client.query(
    ['core', 'confidential'].map((place) => `select '${place}' as place, network_id as network, seq::text as seq, encode(hash, 'hex') as hash from ${place}.chain`).join(' union all '));
  return {
    format: 'hadina-backup', version: 1, kind, takenAt: new Date().toISOString(), hadina: hadinaVersion(), postgres: server, master, nextTransaction: next, heads,
    migrations: (await client.query('select number, name, checksum from migration.done order by number')).rows,
    jobs: jobs ? Number((await one<{ id: number }>('select max(id) as id from graphile_worker.migrations')).id) : null,
    tables: await keptTables(client),
    sequences: await keptSequences(client),
  };
}
