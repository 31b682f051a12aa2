import pg from 'pg';
import { StartRefusal } from '../start/start-refusal.ts';
import { type Database, databaseAt } from './database.ts';
import type { Address } from './embedded/address.ts';
import { readRunFile } from './embedded/run-file.ts';
import { supervise } from './embedded/supervise.ts';
import { openExternal } from './external-database.ts';
import { databaseName, loginPassword } from './logins.ts';

/** A database that this process keeps running. */
export interface RunningDatabase extends Database {
  /** A PostgreSQL that an earlier, killed Hadina had left running was stopped first. */
  readonly replacedOrphan: boolean;
  /** Comes true, with the reason, when the database ended without having been asked to and could not be started again; never for an external one. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

interface Place {
  /** The folder of openHome(). */
  home: string;
  /** The key of loadMasterKey(). */
  keys: Buffer;
  /** Another PostgreSQL to use instead of the embedded one; its user owns the database and has CREATEROLE. */
  databaseUrl?: string | undefined;
}

/**
 * Starts the database of a folder, or opens the one of DATABASE_URL, and makes the database `hadina` if it is new.
 * Throws StartRefusal with a sentence for the console when it cannot.
 */
export async function startDatabase({ home, keys, databaseUrl }: Place): Promise<RunningDatabase> {
  if (databaseUrl)
    return { ...(await openExternal(databaseUrl, keys)), replacedOrphan: false, lost: never, stop: async () => {} };
  const { address, ...running } = await supervise(home, loginPassword(keys, 'hadina_owner'), (at) =>
    makeDatabase(home, at, keys),
  );
  return { ...databaseAt(address, keys), ...running };
}

/** The database that another process keeps running on the folder (or DATABASE_URL), for a command that comes as a client. */
export async function findRunningDatabase({ home, keys, databaseUrl }: Place): Promise<Database | undefined> {
  if (databaseUrl) return openExternal(databaseUrl, keys);
  const address = await readRunFile(home);
  return address && databaseAt(address, keys);
}

const never = new Promise<never>(() => {});

async function makeDatabase(home: string, address: Address, keys: Buffer): Promise<void> {
  const client = new pg.Client(databaseAt(address, keys).connection('hadina_owner', 'postgres'));
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName}`);
  } catch (error) {
    if ((error as pg.DatabaseError).code === '28P01') throw new StartRefusal('key-does-not-fit', { folder: home });
    throw error;
  } finally {
    await client.end();
  }
}
