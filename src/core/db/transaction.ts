import type { Kysely } from 'kysely';
import type pg from 'pg';
import { hearTime } from '../time/house-clock.ts';
import { kyselyOver } from './one-client-dialect.ts';
import { OpenTransaction } from './open-transaction.ts';

/** A database handle inside one transaction, typed with the tables of one module. */
export type Tx<T> = Kysely<T>;
// biome-ignore lint/suspicious/noExplicitAny: public functions of a module take any module's transaction.
export type AnyTx = Kysely<any>;

/** The same transaction seen with this module's tables; only `public.ts` files use it. */
export const within = <T>(tx: AnyTx): Tx<T> => tx as Tx<T>;

/**
 * How often a work is tried that met another at the same moment. Deadlocks: four times. A row that somebody else wrote between our look and
 * our own row (unique violation): once more; the second look sees it, and the action gives its own answer instead of the database's.
 */
const MOST_TRIES: Readonly<Record<string, number>> = { '40001': 4, '40P01': 4, '23505': 2 };

/** Runs the work between `begin` (with its context) and commit; on any error nothing is kept. Who met another at the same moment tries again, here only. In a transaction open for several it becomes one of them. */
export async function inTransaction<R>(
  pool: pg.Pool | OpenTransaction, begin: string, work: (tx: AnyTx, now: Date) => Promise<R>, keep = true,
): Promise<R> {
  if (pool instanceof OpenTransaction) return pool.run(begin, work, keep);
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const answers = (await client.query(`${begin}; select transaction_timestamp() as now`)) as unknown as pg.QueryResult[];
      const { now } = answers.at(-1)!.rows[0] as { now: Date };
      hearTime(now);
      const result = await work(kyselyOver(client), now);
      await client.query(keep ? 'commit' : 'rollback');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      if (attempt >= (MOST_TRIES[(error as { code?: string }).code ?? ''] ?? 1)) throw error;
    } finally {
      client.release(broken);
    }
  }
}
