import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { type RunningDatabase, startDatabase } from '#core/db/start-database.ts';
import { openHome } from '#core/home.ts';

/** Makes a new Hadina folder, gives it to the work, and removes it. */
export async function withFolder<T>(work: (home: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'hadina-trust-'));
  await chmod(parent, 0o755);
  try {
    return await work(await openHome({ env: { HADINA_HOME: join(parent, 'home') } }));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** The same with its database running in this process. */
export const inOwnFolder = <T>(work: (home: string, database: RunningDatabase) => Promise<T>): Promise<T> =>
  withFolder(async (home) => {
    const database = await startDatabase({ home, keys: await loadMasterKey(home, {}) });
    try {
      return await work(home, database);
    } finally {
      await database.stop();
    }
  });
