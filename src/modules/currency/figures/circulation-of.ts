import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { reasons } from '../codes.ts';

/** How units of one instrument moved in a span of its book, in the smallest unit unless said. */
export interface Circulation {
  /** Money kept for the units that are out: what the account of the outside lacks. */
  readonly backing: number;
  /** With people and shops at the end, and at the beginning. */
  readonly out: number;
  readonly outBefore: number;
  readonly loaded: number;
  readonly granted: number;
  readonly back: number;
  /** Paid by people to shops, refunds taken off, and how many payments that was. */
  readonly paid: number;
  readonly payments: number;
  /** Paid on by shops, to shops or people of the same book. */
  readonly paidOn: number;
  /** Left the book from shops: paid to them in money. */
  readonly settled: number;
  /** Left the book from shops because it became local currency, or came into the book so. */
  readonly converted: number;
  readonly came: number;
  /** Shops that took a payment. */
  readonly shops: number;
  /** What lies where nothing moved in the span, and on how many accounts. */
  readonly stuck: number;
  readonly stuckAccounts: number;
}

const keys = ['backing', 'out', 'outBefore', 'loaded', 'granted', 'back', 'paid', 'payments', 'paidOn', 'settled', 'converted', 'came', 'shops', 'stuck', 'stuckAccounts'] as const;

/** Adds up how units moved in a book after entry `after`, up to its newest. Accounts are told apart by kind: nobody who holds one is read. */
export async function circulationOf(tx: AnyTx, network: string, book: string, after: number): Promise<Circulation> {
  const { rows } = await sql<Record<(typeof keys)[number], string | null>>`
    with account as materialized (select id, case when id = ${book} then 'source' when kind in ('wallet', 'voucher') then 'wallet' else kind end as kind, balance_minor from ledger.account where network_id = ${network} and book_id = ${book}),
    line as materialized (
      select t.kind, t.amount_minor, t.reason, f.kind as giver, r.kind as taker, t.from_id, t.to_id
      from ledger.transfer t join account f on f.id = t.from_id join account r on r.id = t.to_id
      where t.network_id = ${network} and t.book_id = ${book} and t.number > ${after} and t.kind in ('move', 'post', 'reverse')),
    held as (select id, balance_minor from account where kind in ('wallet', 'merchant')),
    quiet as (select h.id, h.balance_minor from held h where h.balance_minor > 0 and not exists (select from line l where h.id in (l.from_id, l.to_id)))
    select (select -balance_minor from account where kind = 'source') as backing, (select sum(balance_minor) from held) as out,
      coalesce((select sum(balance_minor) from held), 0) + coalesce((select sum(case when giver in ('wallet', 'merchant') then amount_minor else 0 end - case when taker in ('wallet', 'merchant') then amount_minor else 0 end) from line), 0) as "outBefore",
      (select sum(amount_minor) from line where giver = 'source' and reason is distinct from ${reasons.converted}) as loaded,
      (select sum(amount_minor) from line where giver = 'fund' and taker = 'wallet') as granted, (select sum(amount_minor) from line where giver = 'wallet' and taker = 'fund') as back,
      coalesce((select sum(amount_minor) from line where giver = 'wallet' and taker = 'merchant' and kind <> 'reverse'), 0) - coalesce((select sum(amount_minor) from line where giver = 'merchant' and taker = 'wallet' and kind = 'reverse'), 0) as paid,
      (select count(*) from line where giver = 'wallet' and taker = 'merchant' and kind <> 'reverse') as payments,
      coalesce((select sum(amount_minor) from line where giver = 'merchant' and taker in ('merchant', 'wallet') and kind <> 'reverse'), 0) as "paidOn",
      (select sum(amount_minor) from line where giver = 'merchant' and taker = 'source' and reason is distinct from ${reasons.converted}) as settled,
      (select sum(amount_minor) from line where giver = 'merchant' and taker = 'source' and reason = ${reasons.converted}) as converted,
      (select sum(amount_minor) from line where giver = 'source' and reason = ${reasons.converted}) as came,
      (select count(distinct to_id) from line where taker = 'merchant' and giver in ('wallet', 'merchant') and kind <> 'reverse') as shops,
      (select sum(balance_minor) from quiet) as stuck, (select count(*) from quiet) as "stuckAccounts"`.execute(tx);
  return Object.fromEntries(keys.map((key) => [key, Number(rows[0]![key] ?? 0)])) as unknown as Circulation;
}

/** How often a unit changed hands in the span: what was paid over what was out on average; null while nothing was out. */
export const velocityOf = ({ paid, paidOn, out, outBefore }: Circulation): number | null => (out + outBefore > 0 ? (paid + paidOn) / ((out + outBefore) / 2) : null);

/** Of what shops took, the share that they paid on to shops and people here; null while they took nothing. */
export const respentOf = ({ paid, paidOn, came }: Circulation): number | null => (paid + paidOn + came > 0 ? Math.min(1, paidOn / (paid + paidOn + came)) : null);
