import { z } from 'zod';
import { scaleOf } from '#core/money.ts';
import { organizationsByIds, zoneHere } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { shopsOfTill, usualCurrency } from '../till/shop-of-till.ts';
import { offlineBounds } from './offline-bounds.ts';
import { lastOfflineSales, offlineTillsOf } from './offline-sales-of.ts';
import { sealKey } from './till-key.ts';

/**
 * What a phone needs to sell without a network: the shop, its bounds in the smallest unit with the decimals of each currency, the key to which digits are sealed, the hub's
 * time zone; and how its last such sales ended. It names no person, for the phone keeps it.
 */
export const offlineTill = query({
  name: 'offline-till',
  says: 'Shows my shop how it sells without a network, and how such sales ended.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, blind, absent, network } = asking;
    const shop = (await shopsOfTill(asking))[0] ?? absent();
    const [body] = await organizationsByIds(tx, [shop.organization_id]);
    const bounds = shop.state === 'active' ? await offlineBounds(asking, shop.id) : [];
    const currencies = bounds.map(({ currency }) => currency);
    return {
      shop: { id: shop.id, names: body?.names ?? {}, categories: shop.categories, currencies, usual: await usualCurrency(asking, shop.id, currencies) }, bounds: bounds.map((each) => ({ ...each, scale: scaleOf(each.currency) })),
      key: sealKey(blind), zone: await zoneHere({ tx, network, actor: { hub: shop.hub_id } }), tills: await offlineTillsOf(asking, shop.id), sales: await lastOfflineSales(asking, shop.id),
    };
  },
});
