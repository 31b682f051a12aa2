import { sql } from 'kysely';
import { within } from '#core/db/transaction.ts';
import type { InLedger } from '../in-ledger.ts';
import type { LedgerTables } from '../ledger-tables.ts';

/** What stands on an account now, in minor units: its balance, what is held of it, what it can still give without its credit. */
export async function balanceOf({ tx, network }: Pick<InLedger, 'tx' | 'network'>, book: string, account: string): Promise<{ balance: number; held: number } | null> {
  const row = await within<LedgerTables>(tx).selectFrom('ledger.account').select(['balance_minor', 'held_minor'])
    .where('network_id', '=', network).where('book_id', '=', book).where('id', '=', account).executeTakeFirst();
  return row ? { balance: Number(row.balance_minor), held: Number(row.held_minor) } : null;
}

/** What stood on an account at a moment, in minor units, that moment's entries included: what its newest entry until then left on it. */
export async function balanceAt({ tx, network }: Pick<InLedger, 'tx' | 'network'>, book: string, account: string, at: Date): Promise<number> {
  const { rows } = await sql<{ after: bigint }>`
    with until as (select coalesce(max(last_number), 0) as n from ledger.block where network_id = ${network} and book_id = ${book}
      and number = (select number from ledger.block where network_id = ${network} and book_id = ${book} and at <= ${at}::timestamptz order by at desc, number desc limit 1))
    select after from (
      (select number, from_after_minor as after from ledger.transfer, until where network_id = ${network} and book_id = ${book} and from_id = ${account} and number <= until.n order by number desc limit 1)
      union all
      (select number, to_after_minor from ledger.transfer, until where network_id = ${network} and book_id = ${book} and to_id = ${account} and number <= until.n order by number desc limit 1)) newest
    order by number desc limit 1`.execute(tx);
  return Number(rows[0]?.after ?? 0);
}
