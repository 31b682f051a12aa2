import { z } from 'zod';
import { id } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { knownMerchant } from '../merchant/known-merchant.ts';
import { currenciesOf } from '../till/shop-of-till.ts';
import { offlineBounds } from './offline-bounds.ts';
import { lastOfflineSales, offlineTillsOf } from './offline-sales-of.ts';

/** How much a shop may sell without a network, by which phones, and how its last such sales ended; amounts in the smallest unit. */
export const offlineTerms = query({
  name: 'offline-terms',
  says: 'Shows how much a shop may sell without a network, and by which phones.',
  input: z.strictObject({ merchant: id() }),
  run: async (asking, { merchant: of }) => {
    const shop = await knownMerchant(asking, of);
    const { names } = (await organizationCard(asking.tx, shop.organization_id)) ?? asking.absent();
    return {
      id: of, names, takesPart: shop.state === 'active' || shop.state === 'suspended', currencies: await currenciesOf(asking, of), bounds: await offlineBounds(asking, of),
      tills: await offlineTillsOf(asking, of), sales: await lastOfflineSales(asking, of),
    };
  },
});
