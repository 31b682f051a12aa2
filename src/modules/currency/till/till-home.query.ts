import { sql } from 'kysely';
import { z } from 'zod';
import { organizationsByIds, zoneHere } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { currenciesOf, shopsOfTill, usualCurrency } from './shop-of-till.ts';

/** How many of the day's sales a till shows. */
const LINES = 20;

/** The till of whoever keeps one: her shop, what it sells, what it took today by the clock of its hub. Nothing for who keeps none. */
export const tillHome = query({
  name: 'till-home',
  says: 'Shows the till of a shop: what it sells and what it took today.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, now, absent } = asking;
    const shop = (await shopsOfTill(asking))[0] ?? absent();
    const [body] = await organizationsByIds(tx, [shop.organization_id]);
    const zone = await zoneHere({ tx, network, actor: { hub: shop.hub_id } });
    const today = tx.selectFrom('currency.payment').where('network_id', '=', network).where('merchant_id', '=', shop.id).where('taken_at', '>=', sql<Date>`date_trunc('day', ${now}::timestamptz, ${zone})`);
    const sums = await today.select(({ fn }) => ['currency', fn.countAll<string>().as('sales'), fn.sum<string>('amount_minor').as('taken'), fn.sum<string>('refunded_minor').as('refunded')]).groupBy('currency').orderBy('currency').execute();
    const sales = await today.select(['number', 'category', 'amount_minor', 'refunded_minor', 'currency', 'taken_at']).orderBy('taken_at', 'desc').orderBy('id', 'desc').limit(LINES).execute();
    const currencies = await currenciesOf(asking, shop.id);
    return {
      shop: { id: shop.id, names: body?.names ?? {}, state: shop.state, categories: shop.categories, currencies, usual: await usualCurrency(asking, shop.id, currencies) },
      today: sums.map(({ currency, sales: count, taken, refunded }) => ({ currency, sales: Number(count), taken: Number(taken) - Number(refunded) })),
      sales: sales.map(({ number, category, amount_minor, refunded_minor, currency, taken_at }) => ({ number, category, amount: Number(amount_minor), refunded: Number(refunded_minor), currency, at: taken_at })),
    };
  },
});
