import type pg from 'pg';
import { derive } from './crypto/master-key.ts';
import { KeyStore } from './crypto/key-store.ts';
import type { OpenTransaction } from './db/open-transaction.ts';
import type { Login } from './db/logins.ts';
import { openPool } from './db/pool.ts';
import { type Outbound, openOutbound } from './outbound/outbound.ts';

/** How to reach the database as one login. */
export type ConnectAs = (login: Login, database?: string) => pg.PoolConfig;

/** An open house: the database seen through each login, and the keys. Actions and queries run in it. */
export interface House {
  readonly app: pg.Pool;
  readonly report: pg.Pool;
  readonly protected: pg.Pool;
  readonly worker: pg.Pool;
  /** What is kept of persons who asked for it, and the erasures that were decided: this login reaches nobody else's rows. */
  readonly rights: pg.Pool;
  /** What strangers leave for a hub: this login adds and reads nothing. */
  readonly intake: pg.Pool;
  readonly keys: KeyStore;
  /** The one way to another machine. */
  readonly outbound: Outbound;
  /** A key for one purpose, derived from the master key. */
  readonly keyFor: (label: string) => Buffer;
  readonly connectAs: ConnectAs;
  /** Set while several actions are done in one transaction (`together`). */
  readonly together?: OpenTransaction;
  close(): Promise<void>;
}

/** Opens the pools of every login; nothing is started, the database must be running and migrated. */
export function openHouse(connectAs: ConnectAs, master: Buffer): House {
  // What actions and queries send in one go travels in one go, whichever login they run under.
  const app = openPool({ ...connectAs('hadina_app'), max: 12, pipeline: true });
  const report = openPool({ ...connectAs('hadina_report'), max: 3, pipeline: true });
  const guarded = openPool({ ...connectAs('hadina_protected'), max: 3, pipeline: true });
  const worker = openPool({ ...connectAs('hadina_worker'), max: 4 });
  const rights = openPool({ ...connectAs('hadina_rights'), max: 2, pipeline: true });
  const intake = openPool({ ...connectAs('hadina_intake'), max: 2, pipeline: true });
  const keyPool = openPool({ ...connectAs('hadina_keys', 'hadina_keys'), max: 4 });
  const derived = new Map<string, Buffer>();
  const keyFor = (label: string): Buffer => {
    const key = derived.get(label) ?? derive(master, label);
    derived.set(label, key);
    return key;
  };
  return {
    app, report, protected: guarded, worker, rights, intake, connectAs,
    keys: new KeyStore(keyPool, master),
    outbound: openOutbound(),
    keyFor,
    close: async () => {
      await Promise.all([app, report, guarded, worker, rights, intake, keyPool].map((pool) => pool.end()));
    },
  };
}
