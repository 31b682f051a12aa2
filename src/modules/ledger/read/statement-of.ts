import { sql } from 'kysely';
import type { InLedger } from '../in-ledger.ts';
import type { EntryKind } from '../move/command.ts';

/** One line of an account's statement; amounts in minor units, negative when they left. */
export interface StatementLine {
  readonly number: number;
  readonly kind: EntryKind;
  readonly at: Date;
  /** The other account. */
  readonly other: string;
  /** What it changed of the balance: zero where something is only reserved or let go. */
  readonly change: number;
  readonly amount: number;
  readonly after: number;
  readonly of: number | null;
  readonly reason: string | null;
}

/** The entries of an account, newest first, a page at a time: `before` is the number of the last line of the page before. */
export async function statementOf({ tx, network }: Pick<InLedger, 'tx' | 'network'>, book: string, account: string, { before = null, most = 50 }: { before?: number | null; most?: number } = {}): Promise<readonly StatementLine[]> {
  const { rows } = await sql<{ number: bigint; kind: EntryKind; at: Date; other: string; leaves: boolean; amount_minor: bigint; after: bigint; of_number: bigint | null; reason: string | null }>`
    select * from (
      (select number, kind, at, to_id as other, true as leaves, amount_minor, from_after_minor as after, of_number, reason from ledger.transfer
        where network_id = ${network} and book_id = ${book} and from_id = ${account} and (${before}::bigint is null or number < ${before}::bigint) order by number desc limit ${most})
      union all
      (select number, kind, at, from_id, false, amount_minor, to_after_minor, of_number, reason from ledger.transfer
        where network_id = ${network} and book_id = ${book} and to_id = ${account} and (${before}::bigint is null or number < ${before}::bigint) order by number desc limit ${most})) lines
    order by number desc limit ${most}`.execute(tx);
  return rows.map(({ number, kind, at, other, leaves, amount_minor, after, of_number, reason }) => {
    const amount = Number(amount_minor);
    const moves = kind === 'move' || kind === 'reverse' || kind === 'post';
    return { number: Number(number), kind, at, other, change: moves ? (leaves ? -amount : amount) : 0, amount, after: Number(after), of: of_number === null ? null : Number(of_number), reason };
  });
}
