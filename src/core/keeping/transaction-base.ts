import pg from 'pg';
import type { Manifest } from './manifest.ts';

/** The tables whose rows carry the number of their transaction. */
const numbered = ['core.event', 'confidential.event'];

/**
 * Lets this server's transaction numbers go on above those of the backup, so that the sealer and the walk of the chain see numbers
 * that only grow. Run once every migration is there and before anything new is recorded.
 */
export async function moveTransactionBase(connection: pg.ClientConfig, { nextTransaction, takenAt }: Manifest): Promise<void> {
  const base = BigInt(nextTransaction);
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('begin; alter table core.restored no force row level security');
    for (const table of numbered) {
      await client.query(`alter table ${table} alter column xid set default ((pg_current_xact_id()::text::bigint + ${base})::text::xid8)`);
    }
    await client.query(
      `insert into core.restored (network_id, at, taken_at, transaction_base)
       select network_id, clock_timestamp(), $1::timestamptz, $2 from (
         select network_id from core.chain union select network_id from confidential.chain union (select network_id from core.event limit 1)) n`,
      [takenAt, String(base)]);
    await client.query('alter table core.restored force row level security; commit');
  } finally {
    await client.end();
  }
}
