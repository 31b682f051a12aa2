import type pg from 'pg';
import type { Address } from './embedded/address.ts';
import { databaseName, type Login, loginPassword } from './logins.ts';

/** How to reach the database of a Hadina: one set of connection settings per login, for pg.Pool or pg.Client. */
export interface Database {
  /** Settings of a login. `hadina_owner` owns the tables and runs migrations; the others exist once migrated. */
  connection(login: Login, database?: string): pg.PoolConfig;
}

/** The database that answers at an address of this machine. */
export function databaseAt({ host, port }: Address, keys: Buffer): Database {
  return {
    connection: (login, database = databaseName) => ({
      host,
      port,
      user: login,
      password: loginPassword(keys, login),
      database,
    }),
  };
}
