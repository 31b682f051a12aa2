import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';

const BATCH_BYTES = 256 * 1024;
const MOST_WAITING = 8;

/** What pg hands to a query of our own; its types do not know the copy messages. */
interface Wire {
  readonly stream: Writable & { pause(): void; resume(): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** A statement that answers with the database's own copy messages instead of rows. */
class CopyStatement implements pg.Submittable {
  wire: Wire | undefined;
  error: Error | undefined;
  rows = 0;
  ended = false;
  constructor(private readonly text: string, private readonly wake: () => void) {}

  submit(connection: pg.Connection): void {
    this.wire = connection as unknown as Wire;
    this.wire.query(this.text);
  }

  handleError(error: Error): void {
    this.error = error;
    this.wake();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }
}

/** Reads `copy (…) to stdout` in batches of bytes, holding the database back while nobody takes them. */
export async function* copyOut(client: pg.ClientBase, query: string): AsyncGenerator<Buffer> {
  let tell = (): void => {};
  const waiting: Buffer[] = [];
  const statement = Object.assign(new CopyStatement(`copy (${query}) to stdout`, () => tell()), { handleCopyData: take });
  let batch = Buffer.allocUnsafe(BATCH_BYTES);
  let used = 0;

  function give(bytes: Buffer): void {
    waiting.push(bytes);
    if (waiting.length >= MOST_WAITING) statement.wire!.stream.pause();
    tell();
  }
  function take({ chunk }: { chunk: Buffer }): void {
    if (used + chunk.length > BATCH_BYTES) {
      if (used) give(batch.subarray(0, used));
      [batch, used] = [Buffer.allocUnsafe(Math.max(BATCH_BYTES, chunk.length)), 0];
    }
    used += chunk.copy(batch, used);
  }

  client.query(statement);
  try {
    for (;;) {
      while (!waiting.length && !statement.ended) await new Promise<void>((go) => { tell = go; });
      const next = waiting.shift();
      if (next) yield next;
      else break;
      statement.wire!.stream.resume();
    }
    if (statement.error) throw statement.error;
    if (used) yield batch.subarray(0, used);
  } finally {
    // Whoever stops in the middle leaves the connection fit for the next statement.
    while (!statement.ended) {
      waiting.length = 0;
      statement.wire?.stream.resume();
      await new Promise<void>((go) => { tell = go; });
    }
  }
}

/**
 * Writes bytes of a copy into a table; gives the number of rows. A failure of the source undoes the statement. `freeze` spares a table
 * that was emptied in the same transaction a second writing of every row.
 */
export async function copyIn(client: pg.ClientBase, into: string, source: AsyncIterable<Buffer>, freeze = false): Promise<number> {
  let tell = (): void => {};
  let open = false;
  const statement = Object.assign(new CopyStatement(`copy ${into} from stdin${freeze ? ' with (freeze)' : ''}`, () => tell()), {
    handleCopyInResponse: () => { open = true; tell(); },
  });
  client.query(statement);
  const until = async (what: () => boolean) => {
    while (!what()) await new Promise<void>((go) => { tell = go; });
  };
  await until(() => open || statement.ended);
  try {
    for await (const chunk of source) {
      if (statement.error || statement.ended) break;
      statement.wire!.sendCopyFromChunk(chunk);
      if (statement.wire!.stream.writableNeedDrain) await once(statement.wire!.stream, 'drain');
    }
    if (!statement.ended) statement.wire!.endCopyFrom();
  } catch (error) {
    if (!statement.ended) statement.wire!.sendCopyFail('the source ended');
    await until(() => statement.ended);
    throw error;
  }
  await until(() => statement.ended);
  if (statement.error) throw statement.error;
  return statement.rows;
}
