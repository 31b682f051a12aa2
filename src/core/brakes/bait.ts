import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { AnyTx } from '../db/transaction.ts';
import { newId } from '../id.ts';

type Blind = (label: string, word: string) => Buffer;

/** By what a file that is bait is known again; nobody makes it up without the house's key. */
export const markOfBait = (blind: Blind, file: string): Buffer => blind('bait', file);

/**
 * Raises an alarm when one of these files is bait, in the transaction that opens it or refuses to: whoever opened it learns nothing
 * of it (trust.md promise 10). What she opens of bait in one minute is one alarm: a page asks for several things.
 */
export async function alarmOfBait(tx: AnyTx, actor: Actor, blind: Blind, files: readonly string[]): Promise<void> {
  if (!actor.account || files.length === 0) return;
  const marks = files.map((file) => markOfBait(blind, file));
  const { rows } = await sql<{ hub_id: string }>`select hub_id from core.bait where network_id = ${actor.network} and mark = any (${marks})`.execute(tx);
  for (const { hub_id } of rows) {
    await sql`insert into core.alarm (network_id, id, at, hub_id, account_id, kind, compartment)
      values (${actor.network}, ${newId()}, now(), ${hub_id}, ${actor.account}, 'bait-opened', 'C1a') on conflict do nothing`.execute(tx);
  }
}
