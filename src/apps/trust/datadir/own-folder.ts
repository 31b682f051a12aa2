import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { type RunningDatabase, startDatabase } from '#core/db/start-database.ts';
import { openHome } from '#core/home.ts';
import type { Kit, Shared } from '../kit.ts';

/** Makes a new Hadina folder, gives it to the work, and removes it. */
export async function withFolder<T>(work: (home: string) => Promise<T>): Promise<T> {
  const { value, close } = await newFolder();
  return work(value).finally(close);
}

/** Makes a new Hadina folder, which is removed when it is closed. */
export async function newFolder(): Promise<Required<Shared<string>>> {
  const parent = await mkdtemp(join(tmpdir(), 'hadina-trust-'));
  await chmod(parent, 0o755);
  return { value: await openHome({ env: { HADINA_HOME: join(parent, 'home') } }), close: () => rm(parent, { recursive: true, force: true }) };
}

/** A folder of its own with nothing in its database, which runs in this process until the end of the run. */
export const emptyHouse = (kit: Kit): Promise<{ home: string; database: RunningDatabase }> => kit.shared('an empty house', async () => {
  const { value: home, close } = await newFolder();
  const database = await startDatabase({ home, keys: await loadMasterKey(home, {}) });
  return { value: { home, database }, close: () => database.stop().finally(close) };
});
