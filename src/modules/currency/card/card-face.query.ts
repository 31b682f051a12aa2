import { z } from 'zod';
import { text } from '#core/input.ts';
import { hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { currenciesOf, shopAt, usualCurrency } from '../till/shop-of-till.ts';
import { cardLink } from './card-code.ts';

/** What a camera that reads a card is shown: to a till of its hub the sale, where the shop takes payments, to anybody else whose card it is not, and where to bring it. Neither a name nor an amount. */
export const cardFace = query({
  name: 'card-face',
  says: 'Shows what a card is to whoever reads its square.',
  input: z.strictObject({ card: text(60) }),
  link: ({ card }) => cardLink(card),
  run: async (asking, { card: brought }) => {
    const { tx, network, absent } = asking;
    const card = await tx.selectFrom('currency.card').select(['hub_id', 'state']).where('network_id', '=', network).where('hash', '=', cardLink(brought)).where('state', '<>', 'replaced').executeTakeFirst();
    if (!card) return absent();
    const hub = (await hubCard(tx, card.hub_id)) ?? absent();
    const shop = await shopAt(asking, card.hub_id);
    const currencies = shop ? await currenciesOf(asking, shop.id) : [];
    const [body] = shop ? await organizationsByIds(tx, [shop.organization_id]) : [];
    return {
      hub: { id: hub.id, names: hub.names, phone: hub.phone, country: hub.country, timeZone: hub.timeZone },
      shop: shop ? { names: body?.names ?? {}, open: shop.state === 'active', categories: shop.categories, currencies, usual: await usualCurrency(asking, shop.id, currencies) } : null,
    };
  },
});
