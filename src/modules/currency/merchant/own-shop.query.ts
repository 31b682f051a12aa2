import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { accountsOf, ownMerchants } from './known-merchant.ts';

/**
 * The shops at whose till the reader works: what is owed in each currency, and the last claims. One amount for each currency: of which means of payment it is made,
 * and by whom, is told to no shop.
 */
export const ownShop = query({
  name: 'own-shop',
  says: 'Shows my shop: what it is owed and where its claims stand.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network } = asking;
    const shops = await ownMerchants(asking);
    const names = new Map((await organizationsByIds(tx, shops.map(({ organization_id }) => organization_id))).map((each) => [each.id, each.names]));
    const shown = [];
    for (const { id, organization_id, state, code } of shops) {
      const accounts = await accountsOf(tx, network, id);
      const currencies = [...new Set(accounts.map(({ currency }) => currency))].sort();
      const claims = await tx.selectFrom('currency.claim').select(['id', 'number', 'currency', 'amount_minor', 'state', 'submitted_at as at', 'why']).where('network_id', '=', network).where('merchant_id', '=', id).orderBy('number', 'desc').limit(50).execute();
      shown.push({
        id, names: names.get(organization_id) ?? {}, state, code,
        owed: currencies.map((currency) => ({ currency, free: accounts.reduce((sum, each) => sum + (each.currency === currency ? each.balance - each.held : 0), 0) })),
        claims: claims.map(({ amount_minor, ...claim }) => ({ ...claim, amount: Number(amount_minor) })),
      });
    }
    return { shops: shown };
  },
});
