import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { reasons } from '../codes.ts';

/** Where a book stood: its newest block and entry then, and the hash that anybody can hold against a published head. */
export interface BookHead { readonly block: number; readonly entry: number; readonly hash: string; readonly at: Date }

/** The head of a book at a moment; null before its first entry. */
export async function headAt(tx: AnyTx, network: string, book: string, at: Date): Promise<BookHead | null> {
  const { rows } = await sql<{ number: string; last_number: string; hash: Buffer; at: Date }>`
    select number, last_number, hash, at from ledger.block where network_id = ${network} and book_id = ${book} and at <= ${at} order by number desc limit 1`.execute(tx);
  const head = rows[0];
  return head ? { block: Number(head.number), entry: Number(head.last_number), hash: head.hash.toString('hex'), at: head.at } : null;
}

const keys = ['loaded', 'returned', 'fund', 'granted', 'spent', 'balance', 'held', 'expired', 'revoked', 'payments', 'shops'] as const;

/** The sums of one programme at a head, in the smallest unit; `balance` is what is free in wallets and vouchers, `payments` and `shops` are counts. */
export type SumsAt = Readonly<Record<(typeof keys)[number], number>>;

/**
 * The sums of a programme as its book stood at an entry, added up from the journal alone and each by itself, so that the same head gives the same sums for ever.
 * What is free and held is told by the newest entry of each wallet and by what was reserved and not settled, never as the rest of the others (domain.md rule 10).
 */
export async function sumsAt(tx: AnyTx, network: string, { book, programme, entry }: { book: string; programme: string; entry: number }): Promise<SumsAt> {
  const { rows } = await sql<Record<(typeof keys)[number], string | null>>`
    with wallet as materialized (select id from ledger.account where network_id = ${network} and book_id = ${book} and holder_id = ${programme} and kind in ('wallet', 'voucher')),
    line as materialized (
      select t.number, t.kind, t.from_id, t.to_id, t.amount_minor, t.of_number, t.reason, t.from_after_minor, t.to_after_minor, f.id is not null as leaves, r.id is not null as arrives
      from ledger.transfer t left join wallet f on f.id = t.from_id left join wallet r on r.id = t.to_id
      where t.network_id = ${network} and t.book_id = ${book} and t.number <= ${entry}
        and (f.id is not null or r.id is not null or t.from_id = ${programme} or t.to_id = ${programme})),
    sale as (select * from line where leaves and not arrives and kind in ('move', 'post') and to_id <> ${programme}),
    stood as (select distinct on (w.id) l.number, case when l.from_id = w.id then l.from_after_minor else l.to_after_minor end as after
      from wallet w join line l on w.id in (l.from_id, l.to_id) order by w.id, l.number desc)
    select (select sum(amount_minor) from line where to_id = ${programme} and kind = 'move' and reason = ${reasons.load}) as loaded,
      (select sum(amount_minor) from line where from_id = ${programme} and kind = 'move' and reason = ${reasons.returned}) as returned,
      (select case when from_id = ${programme} then from_after_minor else to_after_minor end from line where ${programme} in (from_id, to_id) order by number desc limit 1) as fund,
      (select sum(amount_minor) from line where from_id = ${programme} and kind = 'move' and reason = ${reasons.grant}) as granted,
      coalesce((select sum(amount_minor) from sale), 0) - coalesce((select sum(amount_minor) from line where arrives and not leaves and kind = 'reverse'), 0) as spent,
      coalesce((select sum(after) from stood), 0) - coalesce((select sum(r.amount_minor) from line r where r.kind = 'reserve' and r.leaves and not exists (select from line s where s.of_number = r.number and s.kind in ('post', 'void', 'expire'))), 0) as balance,
      (select sum(r.amount_minor) from line r where r.kind = 'reserve' and r.leaves and not exists (select from line s where s.of_number = r.number and s.kind in ('post', 'void', 'expire'))) as held,
      (select sum(amount_minor) from line where to_id = ${programme} and kind = 'move' and reason = ${reasons.expired}) as expired,
      (select sum(amount_minor) from line where to_id = ${programme} and kind = 'move' and reason = ${reasons.revoked}) as revoked,
      (select count(*) from sale) as payments, (select count(distinct to_id) from sale) as shops`.execute(tx);
  return Object.fromEntries(keys.map((key) => [key, Number(rows[0]![key] ?? 0)])) as unknown as SumsAt;
}

/** Whether every unit granted is somewhere: spent, free, held or back (rule 10). */
export const addsUp = ({ granted, spent, balance, held, expired, revoked }: SumsAt): boolean => granted === spent + balance + held + expired + revoked;
