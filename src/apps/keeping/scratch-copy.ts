import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#core/db/database.ts';
import { type CheckedArchive, checkArchive } from '#core/keeping/check-archive.ts';
import type { CountedTable } from '#core/keeping/manifest.ts';
import { houseOpener, houseRecipient } from '#core/keeping/recovery-key.ts';
import { backUp, type Written } from './back-up.ts';
import { buildDatabase, dropDatabase } from './build-database.ts';
import type { OpenFolder } from './open-folder.ts';

/** A copy of the data beside it on the same server, made by a backup and its restore. */
export interface ScratchCopy {
  readonly written: Written;
  readonly archive: CheckedArchive;
  /** The name of the scratch database, and the server seen so that it is the ordinary one. */
  readonly name: string;
  readonly server: Database;
  readonly tables: readonly CountedTable[];
  readonly restoreSeconds: number;
}

/** Backs up, restores into a scratch database, gives it to the work, and takes both away again, whatever happens. */
export async function withScratchCopy<T>(folder: OpenFolder, say: (line: string) => void, work: (copy: ScratchCopy) => Promise<T>): Promise<T> {
  const { database, home, master } = folder;
  const name = `hadina_scratch_${process.pid}`;
  const file = join(home, 'backups', `${name}.age`);
  try {
    say('Backing up …');
    const written = await backUp(folder, { kind: 'data', file, say, recipients: [await houseRecipient(master)], masterElsewhere: true });
    say('Restoring into a scratch database …');
    const began = performance.now();
    const archive = await checkArchive(file, [await houseOpener(master)]);
    const tables = await buildDatabase(database, name, archive, say);
    const restoreSeconds = (performance.now() - began) / 1_000;
    const server: Database = { connection: (login, other = name) => database.connection(login, other) };
    return await work({ written, archive, name, server, tables, restoreSeconds });
  } finally {
    await rm(file, { force: true });
    await dropDatabase(database, name);
  }
}
