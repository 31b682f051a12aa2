import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { Becoming } from '../codes.ts';

/** What a shop took of one programme and may make local currency of, in the smallest unit. */
export interface Convertible {
  readonly programme: string;
  readonly names: Readonly<Record<string, string>>;
  readonly becomes: Becoming;
  readonly currency: string;
  /** The aid's book and the shop's account in it. */
  readonly book: string;
  readonly account: string;
  /** The local currency of the same hub and currency, with the shop's account in it; null where there is none. */
  readonly into: string | null;
  readonly intoAccount: string | null;
  /** Taken less refunds less what was converted before. */
  readonly left: number;
  /** As much of it as is free on the shop's account. */
  readonly amount: number;
}

/**
 * What each programme of a hub left with a shop. On the shop's account units of all programmes of an instrument stand together; what it is paid for counts first
 * against those that are only settled, so that as much as ever came from a programme that recirculates may still be converted, and never a unit more.
 */
export async function convertibleOf(tx: AnyTx, network: string, { merchant, organization }: { merchant: string; organization: string }): Promise<readonly Convertible[]> {
  const { rows } = await sql<Convertible>`
    with account as (select a.id, a.instrument_id as book, a.hub_id, i.currency, (l.balance_minor - l.held_minor) as free from currency.merchant_account a
      join currency.instrument i on i.network_id = a.network_id and i.id = a.instrument_id and i.kind = 'aid' join ledger.account l on l.network_id = a.network_id and l.book_id = a.instrument_id and l.id = a.id
      where a.network_id = ${network} and a.merchant_id = ${merchant}),
    took as (select a.id, g.holder_id as programme, sum(t.amount_minor) as amount from account a join ledger.transfer t on t.network_id = ${network} and t.book_id = a.book and t.to_id = a.id and t.kind in ('move', 'post')
      join ledger.account g on g.network_id = t.network_id and g.book_id = t.book_id and g.id = t.from_id and g.kind in ('wallet', 'voucher') group by 1, 2),
    gave as (select a.id, g.holder_id as programme, sum(t.amount_minor) as amount from account a join ledger.transfer t on t.network_id = ${network} and t.book_id = a.book and t.from_id = a.id and t.kind = 'reverse'
      join ledger.account g on g.network_id = t.network_id and g.book_id = t.book_id and g.id = t.to_id group by 1, 2),
    made as (select programme_id as programme, sum(amount_minor) as amount from currency.conversion where network_id = ${network} and organization_id = ${organization} group by 1)
    select p.id as programme, p.names, p.becomes, a.currency, a.book, a.id as account, local.id as into, c.id as "intoAccount",
      (took.amount - coalesce(gave.amount, 0) - coalesce(made.amount, 0))::float8 as left, least(a.free, took.amount - coalesce(gave.amount, 0) - coalesce(made.amount, 0))::float8 as amount
    from account a join took on took.id = a.id join currency.programme p on p.network_id = ${network} and p.id = took.programme left join gave on gave.id = a.id and gave.programme = p.id left join made on made.programme = p.id
      left join currency.instrument local on local.network_id = ${network} and local.hub_id = a.hub_id and local.kind = 'currency' and local.currency = a.currency
      left join currency.merchant_account c on c.network_id = ${network} and c.merchant_id = ${merchant} and c.instrument_id = local.id
    order by p.opened_at, p.id`.execute(tx);
  return rows;
}
