import { join } from 'node:path';
import pg from 'pg';
import { hadinaVersion, projectRoot } from '../project-root.ts';
import { StartRefusal } from '../start/start-refusal.ts';
import type { ConnectAs } from '../house.ts';
import type { Login } from './logins.ts';
import { type MigrationFile, migrationFiles } from './migration-files.ts';
import { prepareLogins } from './prepare-logins.ts';

/**
 * Brings both databases to this version: logins, then each migration in a transaction of its own, then its proof.
 * Forward only; a changed file that was already run is a bug, a database from a newer version is refused (`database-newer`).
 * Can be run again.
 */
export async function migrate(connectAs: ConnectAs, password: (login: Login) => string, log: (line: string) => void = () => {}): Promise<void> {
  await prepareLogins(connectAs, password);
  await runMigrations(connectAs('hadina_owner', 'hadina_keys'), keyMigrations(), log);
  await runMigrations(connectAs('hadina_owner', 'hadina'), dataMigrations(), log);
}

/** The migrations of the data, in order. */
export const dataMigrations = (): readonly MigrationFile[] => migrationFiles(join(projectRoot(), 'migrations'));
/** The migrations of the key store, in order. */
export const keyMigrations = (): readonly MigrationFile[] => migrationFiles(join(projectRoot(), 'migrations', 'keys'));

/**
 * Brings one database up to the last of these files, or to the number `upTo`; those that ran before are left alone. `watch` looks
 * before each commit.
 */
export async function runMigrations(
  config: pg.PoolConfig, files: readonly MigrationFile[], log: (line: string) => void, watch: Watch = async () => {}, upTo = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(`create schema if not exists migration;
      create table if not exists migration.done (number integer primary key, name text not null, checksum text not null, at timestamptz not null default now())`);
    const { rows } = await client.query<{ number: number; checksum: string; name: string }>('select * from migration.done order by number');
    const unknown = rows.find(({ number }) => !files.some((file) => file.number === number));
    if (unknown) throw new StartRefusal('database-newer', { migration: unknown.name, ours: hadinaVersion() });
    for (const file of files) {
      const done = rows.find(({ number }) => number === file.number);
      if (done && done.checksum !== file.checksum) throw new Error(`Migration ${file.name} was changed after it ran`);
      if (!done && file.number <= upTo) await runOne(client, file, log, watch);
    }
  } finally {
    await client.end();
  }
}

type Watch = (client: pg.Client, file: MigrationFile) => Promise<void>;

async function runOne(client: pg.Client, file: MigrationFile, log: (line: string) => void, watch: Watch): Promise<void> {
  await client.query('begin');
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('hadina migration'))");
    const { rowCount } = await client.query('select from migration.done where number = $1', [file.number]);
    if (rowCount === 0) {
      await client.query(file.up);
      await client.query(file.proof);
      await client.query('insert into migration.done (number, name, checksum) values ($1, $2, $3)', [file.number, file.name, file.checksum]);
    }
    await watch(client, file);
    await client.query('commit');
    log(file.name);
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
