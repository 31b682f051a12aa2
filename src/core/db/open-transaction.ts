import type pg from 'pg';
import { type EventRow, writeEvents } from '../event.ts';
import { NotFound, Refusal } from '../refusal.ts';
import { kyselyOver } from './one-client-dialect.ts';
import type { AnyTx } from './transaction.ts';

/** One transaction in which several actions are done, one after the other, each behind its own savepoint. */
export class OpenTransaction {
  #context = '';
  #saved = false;
  #kept: EventRow[] = [];
  readonly #tx: AnyTx;

  constructor(private readonly client: pg.PoolClient, private readonly now: Date) {
    this.#tx = kyselyOver(client);
  }

  /** Runs the work under this context; a refusal undoes it, what was done before stays. `begin` is the text of `beginFor`. */
  async run<R>(begin: string, work: (tx: AnyTx, now: Date) => Promise<R>, keep: boolean): Promise<R> {
    const context = begin.slice(begin.indexOf(';') + 1).trim();
    if (context !== this.#context) await this.writeKept();
    this.#step(context);
    const before = this.#kept.length;
    try {
      const result = await work(this.#tx, this.now);
      if (!keep) await this.#undo(before);
      return result;
    } catch (error) {
      if (error instanceof Refusal || error instanceof NotFound) await this.#undo(before);
      throw error;
    }
  }

  /** Keeps an event to be written with the next ones, before anybody reads and before commit; answers its id. */
  keep(row: EventRow): string {
    this.#kept.push(row);
    return row.id;
  }

  /** Writes the events kept so far. */
  async writeKept(): Promise<void> {
    const rows = this.#kept;
    this.#kept = [];
    if (rows.length) await writeEvents(this.#tx, rows[0]!.frame.actor.network, rows);
  }

  // Sent without waiting: should it fail, so does the first statement behind it.
  #step(context: string): void {
    const asks = [...(this.#saved ? ['release savepoint each'] : []), ...changed(this.#context, context), 'savepoint each'];
    this.client.query(asks.join('; ')).catch(() => {});
    this.#context = context;
    this.#saved = true;
  }

  async #undo(before: number): Promise<void> {
    this.#kept.length = before;
    await this.client.query('rollback to savepoint each');
  }
}

/** Opens one transaction for several actions and commits when all is done; on any error nothing is kept. It is not tried again. */
export async function openTransaction<R>(pool: pg.Pool, work: (open: OpenTransaction) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const answers = (await client.query('begin; select transaction_timestamp() as now')) as unknown as pg.QueryResult<{ now: Date }>[];
    const open = new OpenTransaction(client, answers[1]!.rows[0]!.now);
    const result = await work(open);
    await open.writeKept();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The lines of a context that say something else than the one before; every context has all of them (`beginFor`). */
function changed(before: string, context: string): readonly string[] {
  const said = new Set(before.split('; '));
  return context.split('; ').filter((line) => !said.has(line));
}
