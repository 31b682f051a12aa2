import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { agreementInForce } from '#modules/network/public.ts';
import { type Category, neverBought, type NeverBought } from '../codes.ts';
import type { CurrencyTables } from '../currency.ts';
import { limitsOf } from './limits-of.ts';

/** Why a shop may not take a payment; whoever takes it declares these among her own refusals. */
export const merchantRefusals = ['no-merchant', 'merchant-suspended', 'agreement-over', 'category-not-sold', 'sale-above-limit', 'day-above-limit'] as const;
export type MerchantRefusal = (typeof merchantRefusals)[number];

interface Sale {
  /** What is bought, as the till says. */
  readonly category: Category | NeverBought;
  /** The day of the hub's calendar on which it is paid ("2026-11-21"). */
  readonly day: string;
  /** How much, in the smallest unit, and of which currency: then the limits of the agreement are asked too. */
  readonly amount?: number;
  readonly currency?: string;
}

/**
 * Everything that must stand on the side of a shop before it takes a payment: that it takes part, that its agreement is in force that day (rule 11), that it sells
 * this, and that the sale is within what was agreed. Nothing when it may, else the first reason. What may not be bought with aid at all is asked of the wallet.
 */
export async function merchantTakes(tx: AnyTx, network: string, merchant: string, { category, day, amount, currency }: Sale): Promise<MerchantRefusal | null> {
  const shop = await within<CurrencyTables>(tx).selectFrom('currency.merchant').select(['hub_id', 'organization_id', 'state', 'categories']).where('network_id', '=', network).where('id', '=', merchant).executeTakeFirst();
  if (!shop || shop.state === 'applied' || shop.state === 'agreement_signed' || shop.state === 'exited') return 'no-merchant';
  if (shop.state === 'suspended') return 'merchant-suspended';
  if (!(await agreementInForce(tx, { opens: 'merchant', organization: shop.organization_id, hub: shop.hub_id, at: new Date(`${day}T12:00:00Z`) }))) return 'agreement-over';
  // Alcohol, tobacco and games of chance are refused by the wallet, which says why.
  if (!neverBought.some((each) => each === category) && !shop.categories.some((each) => each === category)) return 'category-not-sold';
  if (amount === undefined || currency === undefined) return null;
  const limits = await limitsOf(tx, network, merchant, currency);
  if (!limits) return null;
  if (amount > limits.sale) return 'sale-above-limit';
  return (await takenOn(tx, network, { merchant, hub: shop.hub_id, currency, day })) + amount > limits.day ? 'day-above-limit' : null;
}

/**
 * What a shop took on a day of its hub's calendar in one currency, less what it gave back that day, in the smallest unit: by how much its accounts grew, without what came
 * back to them, and with what left them otherwise (claims, conversions). The journal's time never runs backwards and each entry says what stood afterwards, so of the
 * day's sales only the newest is read, however many there were.
 */
async function takenOn(tx: AnyTx, network: string, { merchant, hub, currency, day }: { merchant: string; hub: string; currency: string; day: string }): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with span as (select ${day}::date::timestamp at time zone h.time_zone as since, (${day}::date + 1)::timestamp at time zone h.time_zone as till from network.hub h where h.network_id = ${network} and h.id = ${hub}),
      own as (select a.id, a.instrument_id as book from currency.merchant_account a join currency.instrument i on i.network_id = a.network_id and i.id = a.instrument_id where a.network_id = ${network} and a.merchant_id = ${merchant} and i.currency = ${currency}),
      edges as (select own.id, own.book, edge.which, coalesce((select b.last_number from ledger.block b where b.network_id = ${network} and b.book_id = own.book and b.at < edge.at order by b.at desc, b.number desc limit 1), 0) as number
        from span, own cross join lateral (values ('before', span.since), ('after', span.till)) edge (which, at)),
      stood as (select e.*, coalesce((select after from (
          (select t.number, t.to_after_minor as after from ledger.transfer t where t.network_id = ${network} and t.book_id = e.book and t.to_id = e.id and t.number <= e.number order by t.number desc limit 1)
          union all
          (select t.number, t.from_after_minor from ledger.transfer t where t.network_id = ${network} and t.book_id = e.book and t.from_id = e.id and t.number <= e.number order by t.number desc limit 1)) sides
        order by sides.number desc limit 1), 0) as minor from edges e)
    select coalesce(sum(later.minor - before.minor + coalesce(went.minor, 0) - coalesce(back.minor, 0)), 0)::float8 as taken
      from stood before join stood later on later.id = before.id and later.book = before.book and later.which = 'after'
      cross join lateral (select sum(t.amount_minor) as minor from ledger.transfer t where t.network_id = ${network} and t.book_id = before.book and t.from_id = before.id and t.kind in ('move', 'post')
        and t.number > before.number and t.number <= later.number) went
      cross join lateral (select sum(t.amount_minor) as minor from ledger.transfer t where t.network_id = ${network} and t.book_id = before.book and t.to_id = before.id and t.kind = 'reverse'
        and t.number > before.number and t.number <= later.number) back
      where before.which = 'before'`.execute(tx);
  return rows[0]!.taken;
}
