import { sql } from 'kysely';
import type { Later } from '../action.ts';
import type { Actor } from '../actor.ts';
import type { AnyTx } from '../db/transaction.ts';

/** Puts an action on the job table in this transaction: it leaves only if the transaction commits, and is not lost after. */
export async function enqueue(
  tx: AnyTx, actor: Actor, action: string, input: Readonly<Record<string, unknown>>, when: Later = {},
): Promise<void> {
  const as = when.asMe && actor.account ? { account: actor.account, hub: actor.hub } : undefined;
  const payload = JSON.stringify({ network: actor.network, action, input, as });
  await sql`select core.enqueue(${payload}::json, ${when.at ?? null}::timestamptz, ${when.key ?? null}::text)`.execute(tx);
}
