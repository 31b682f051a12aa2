import { loadMasterKey } from '#core/crypto/master-key.ts';
import type { Database } from '#core/db/database.ts';
import { findRunningDatabase, type RunningDatabase, startDatabase } from '#core/db/start-database.ts';
import { openHome } from '#core/home.ts';

/** A folder with its database, exactly as it lies there: nothing is migrated, nothing is loaded. */
export interface OpenFolder {
  readonly home: string;
  readonly master: Buffer;
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the folder beside a running Hadina, or starts its database for the while. */
export async function openFolder(env: NodeJS.ProcessEnv = process.env): Promise<OpenFolder> {
  const home = await openHome({ env });
  const master = await loadMasterKey(home, env);
  const place = { home, keys: master, databaseUrl: env.DATABASE_URL };
  const running = await findRunningDatabase(place);
  const database = running ?? (await startDatabase(place));
  return { home, master, database, close: async () => { if (!running) await (database as RunningDatabase).stop(); } };
}
