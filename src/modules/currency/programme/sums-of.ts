import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { reasons } from '../codes.ts';

/** Where the money of one programme is, in the smallest unit: granted = spent + balance + held + expired + revoked, at any instant (domain.md rule 10). */
export interface ProgrammeSums {
  /** Taken in from the funder. */
  readonly loaded: number;
  /** In the fund, not granted. */
  readonly fund: number;
  readonly granted: number;
  /** In shops, refunds taken off. */
  readonly spent: number;
  /** In wallets, free to be spent. */
  readonly balance: number;
  /** Reserved for payments under way. */
  readonly held: number;
  /** Back in the fund because its time was over. */
  readonly expired: number;
  /** Back in the fund because the aid was taken back. */
  readonly revoked: number;
  /** Wallets that were ever filled. */
  readonly wallets: number;
}

/**
 * Every sum is added up from the journal and the accounts by itself, none is the rest of the others: that they agree is a statement that can fail.
 * A wallet's account stands for its programme, so no row of any person is read; what was put on paper vouchers is in wallets still, for they are accounts of their own.
 */
export async function sumsOf(tx: AnyTx, network: string, { book, programme }: { book: string; programme: string }): Promise<ProgrammeSums> {
  const { rows } = await sql<Record<keyof ProgrammeSums, string>>`
    with wallet as materialized (select id, kind, balance_minor, held_minor from ledger.account where network_id = ${network} and book_id = ${book} and holder_id = ${programme} and kind in ('wallet', 'voucher')),
    out_of as (select t.reason, coalesce(sum(t.amount_minor), 0) as sum from ledger.transfer t where t.network_id = ${network} and t.book_id = ${book} and t.from_id = ${programme} and t.kind = 'move' group by t.reason),
    into_it as (select t.reason, coalesce(sum(t.amount_minor), 0) as sum from ledger.transfer t where t.network_id = ${network} and t.book_id = ${book} and t.to_id = ${programme} and t.kind = 'move' group by t.reason),
    paid as (select coalesce(sum(t.amount_minor), 0) as sum from wallet w join ledger.transfer t on t.network_id = ${network} and t.book_id = ${book} and t.from_id = w.id and t.kind in ('move', 'post') and t.to_id <> ${programme}
      and not exists (select from wallet v where v.id = t.to_id)),
    back as (select coalesce(sum(t.amount_minor), 0) as sum from wallet w join ledger.transfer t on t.network_id = ${network} and t.book_id = ${book} and t.to_id = w.id and t.kind = 'reverse')
    select (select sum from into_it where reason = ${reasons.load}) as loaded, (select balance_minor from ledger.account where network_id = ${network} and book_id = ${book} and id = ${programme}) as fund,
      (select sum from out_of where reason = ${reasons.grant}) as granted, (select sum from paid) - (select sum from back) as spent,
      (select sum(balance_minor - held_minor) from wallet) as balance, (select sum(held_minor) from wallet) as held,
      (select sum from into_it where reason = ${reasons.expired}) as expired, (select sum from into_it where reason = ${reasons.revoked}) as revoked, (select count(*) from wallet where kind = 'wallet') as wallets`.execute(tx);
  const told = rows[0]!;
  const number = (key: keyof ProgrammeSums): number => Number(told[key] ?? 0);
  return {
    loaded: number('loaded'), fund: number('fund'), granted: number('granted'), spent: number('spent'), balance: number('balance'), held: number('held'), expired: number('expired'), revoked: number('revoked'), wallets: number('wallets'),
  };
}
