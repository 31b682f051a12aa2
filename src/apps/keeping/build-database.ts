import pg from 'pg';
import { Logger, runMigrations as prepareQueue } from 'graphile-worker';
import type { Database } from '#core/db/database.ts';
import { dataMigrations, runMigrations } from '#core/db/migrate.ts';
import type { MigrationFile } from '#core/db/migration-files.ts';
import { prepareDataDatabase } from '#core/db/prepare-logins.ts';
import type { CheckedArchive } from '#core/keeping/check-archive.ts';
import { loadTables } from '#core/keeping/load-tables.ts';
import type { CountedTable } from '#core/keeping/manifest.ts';
import { hadinaVersion } from '#core/project-root.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';

/**
 * Makes a database of this name anew, migrated exactly as far as the backup, and fills it. What bore the name before is dropped.
 * Refuses a backup with migrations that this version does not know (`backup-newer`).
 */
export async function buildDatabase(server: Database, name: string, archive: CheckedArchive, say: (line: string) => void): Promise<readonly CountedTable[]> {
  const files = sameMigrations(archive);
  await asOwner(server, async (owner) => {
    await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await prepareDataDatabase(owner, name);
  });
  await runMigrations(server.connection('hadina_owner', name), files, () => {});
  if (archive.manifest.jobs !== null) await makeQueue(server.connection('hadina_worker', name));
  say('  the layout stands, rows follow');
  return loadTables(server.connection('hadina_owner', name), archive, say);
}

/** Takes a scratch database away. */
export const dropDatabase = (server: Database, name: string): Promise<void> =>
  asOwner(server, async (owner) => { await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`); });

/** The migrations of a backup as files of this version. */
export function sameMigrations({ file, manifest }: CheckedArchive): readonly MigrationFile[] {
  const known = dataMigrations();
  const strange = manifest.migrations.find(({ number, checksum }) => !known.some((one) => one.number === number && one.checksum === checksum));
  if (strange) throw new StartRefusal('backup-newer', { file, migration: strange.name, ours: hadinaVersion() });
  return known.filter(({ number }) => manifest.migrations.some((one) => one.number === number));
}

async function makeQueue(worker: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool(worker);
  await prepareQueue({ pgPool: pool, logger: new Logger(() => () => {}) }).finally(() => pool.end());
}

/** A connection that stands in no database of ours, from which databases are made and dropped. */
async function asOwner(server: Database, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client(server.connection('hadina_owner', 'postgres'));
  await owner.connect();
  await work(owner).finally(() => owner.end());
}
