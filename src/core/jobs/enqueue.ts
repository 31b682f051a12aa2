import { sql } from 'kysely';
import type { AnyTx } from '../db/transaction.ts';

/** Puts an action on the job table in this transaction: it leaves only if the transaction commits, and is not lost after. */
export async function enqueue(
  tx: AnyTx, network: string, action: string, input: Readonly<Record<string, unknown>>, when: { at?: Date; key?: string } = {},
): Promise<void> {
  const payload = JSON.stringify({ network, action, input });
  await sql`select core.enqueue(${payload}::json, ${when.at ?? null}::timestamptz, ${when.key ?? null}::text)`.execute(tx);
}
