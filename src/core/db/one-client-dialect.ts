import {
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, Kysely, PostgresAdapter,
  PostgresIntrospector, PostgresQueryCompiler, type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { statementName } from './pool.ts';

class ClientConnection implements DatabaseConnection {
  constructor(private readonly client: pg.ClientBase) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.client.query({ name: statementName(sql), text: sql, values: [...parameters] });
    return { rows: (result.rows ?? []) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: streaming goes through cursors opened where they are needed.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Open a cursor instead');
  }
}

const nothing = async (): Promise<void> => {};

/** A Kysely over one connection whose transaction is already open; begin and commit are the pipeline's. */
export function kyselyOver<T>(client: pg.ClientBase): Kysely<T> {
  const connection = new ClientConnection(client);
  const driver: Driver = {
    init: nothing, acquireConnection: async () => connection, releaseConnection: nothing, destroy: nothing,
    beginTransaction: nothing, commitTransaction: nothing, rollbackTransaction: nothing,
  };
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<T>({ dialect });
}
