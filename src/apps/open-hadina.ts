import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { Sealer } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { derive, loadMasterKey } from '#core/crypto/master-key.ts';
import { loginPassword } from '#core/db/logins.ts';
import { migrate } from '#core/db/migrate.ts';
import { findRunningDatabase, type RunningDatabase, startDatabase } from '#core/db/start-database.ts';
import { openHome } from '#core/home.ts';
import { type House, openHouse } from '#core/house.ts';
import { loadTerritories } from '#modules/network/public.ts';
import { refuseUnfinished } from './keeping/unfinished.ts';
import { prepareJobs } from './worker/work.ts';

/** A Hadina folder, opened: its database, its keys and its house. */
export interface OpenHadina {
  readonly home: string;
  readonly house: House;
  readonly sealer: Sealer;
  readonly signing: KeyObject;
  /** Comes true when the database ended by itself and could not be started again. */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

interface Choice {
  /** `supervise`: this process keeps the database and refuses a folder that another one holds. */
  readonly as: 'supervisor' | 'client';
  readonly env?: NodeJS.ProcessEnv;
  readonly say?: (line: string) => void;
  /** Opened by the restore itself, which has not said yet that it is done. */
  readonly afterRestore?: boolean;
}

/** Opens the folder as the one that keeps it running, or as a client of a running one (starting it for the while if none runs). */
export async function openHadina({ as, env = process.env, say = () => {}, afterRestore = false }: Choice): Promise<OpenHadina> {
  const home = await openHome({ env });
  if (!afterRestore) await refuseUnfinished(home);
  const master = await loadMasterKey(home, env);
  const place = { home, keys: master, databaseUrl: env.DATABASE_URL };
  const running = as === 'client' && !env.DATABASE_URL ? await findRunningDatabase(place) : undefined;
  const database = running ?? (await startDatabase(place));
  const stop = 'stop' in database ? () => (database as RunningDatabase).stop() : async () => {};
  try {
    if (!running) await migrate(database.connection, (login) => loginPassword(master, login), say);
    const house = openHouse(database.connection, master);
    if (!running) {
      await prepareJobs(house);
      await loadTerritories(database.connection('hadina_owner'));
    }
    const signing = signingKey(derive(master, 'chain-heads'));
    return {
      home, house, signing,
      sealer: { pool: house.worker, key: signing, headsFile: join(home, 'heads.log') },
      lost: 'lost' in database ? (database as RunningDatabase).lost : new Promise(() => {}),
      close: async () => { await house.close(); await stop(); },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
