import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { chainPlaces } from '#core/chain/chain-place.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { derive } from '#core/crypto/master-key.ts';
import { dataMigrations } from '#core/db/migrate.ts';
import { openPool } from '#core/db/pool.ts';
import { backUpDatabase } from '#core/keeping/back-up-database.ts';
import type { Manifest } from '#core/keeping/manifest.ts';
import { fingerprintOf } from '#core/keeping/recovery-key.ts';
import type { Entry } from '#core/keeping/tar.ts';
import { writeArchive } from '#core/keeping/write-archive.ts';
import type { OpenFolder } from './open-folder.ts';

/** Files of the folder that belong to its data. */
const keptFiles = ['heads.log', 'demo-logins.txt'];
/** The name under which a data backup carries the master key, when that lies in the folder itself. */
export const masterFile = 'master.key';

/** A backup that was written. */
export interface Written {
  readonly file: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly manifest: Manifest;
}

interface Wish {
  readonly kind: Manifest['kind'];
  readonly file: string;
  readonly recipients: readonly string[];
  readonly say: (line: string) => void;
  /** The master key lies elsewhere (HADINA_KEY_FILE) and stays there. */
  readonly masterElsewhere: boolean;
}

/** Writes one encrypted file with every row as of one moment. An unfinished file is taken away again. */
export async function backUp({ home, master, database }: OpenFolder, { kind, file, recipients, say, masterElsewhere }: Wish): Promise<Written> {
  const began = performance.now();
  if (kind === 'data') await sealFirst(database.connection('hadina_owner', 'hadina'), database.connection('hadina_worker', 'hadina'), home, master);
  // Read before the rows are: heads published after this moment would point behind the end of what is kept.
  const files = kind === 'data' ? await filesOf(home, masterElsewhere) : [];
  const archive = await writeArchive(file, recipients);
  try {
    const manifest = await backUpDatabase(database.connection('hadina_owner', kind === 'data' ? 'hadina' : 'hadina_keys'), {
      kind, files, say, master: fingerprintOf(master), add: (entry) => archive.add(entry),
      keys: kind === 'data' ? database.connection('hadina_owner', 'hadina_keys') : null,
    });
    return { file, bytes: await archive.close(), seconds: (performance.now() - began) / 1_000, manifest };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function filesOf(home: string, masterElsewhere: boolean): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const name of masterElsewhere ? keptFiles : [...keptFiles, masterFile]) {
    const bytes = await readFile(join(home, name)).catch(() => null);
    if (bytes) found.push({ name, bytes });
  }
  return found;
}

/** Seals what is still open and publishes the heads, unless the database waits for an upgrade: then it is kept as it lies there. */
async function sealFirst(owner: pg.ClientConfig, worker: pg.PoolConfig, home: string, master: Buffer): Promise<void> {
  if (!(await isUpToDate(owner))) return;
  const pool = openPool(worker);
  try {
    const sealer = { pool, key: signingKey(derive(master, 'chain-heads')), headsFile: join(home, 'heads.log') };
    for (const place of chainPlaces) while (await sealEvents(sealer, place, true));
  } finally {
    await pool.end();
  }
}

async function isUpToDate(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ done: boolean }>(`select to_regclass('migration.done') is not null as done`);
    if (!rows[0]!.done) return false;
    const { rows: ran } = await client.query<{ number: number }>('select number from migration.done');
    return dataMigrations().every(({ number }) => ran.some((one) => one.number === number));
  } finally {
    await client.end();
  }
}
