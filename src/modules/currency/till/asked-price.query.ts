import { z } from 'zod';
import { text } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { askedLink } from './asked-link.ts';

/** A price that a till asks for: which shop, how much, until when, and whether it was paid; the receipt only for the shop. Nothing once a day has passed. */
export const askedPrice = query({
  name: 'asked-price',
  says: 'Shows the price that a till asks for.',
  input: z.strictObject({ number: text(40) }),
  link: ({ number }) => askedLink(number),
  run: async ({ tx, network, now, absent }, { number }) => {
    const asked = await tx.selectFrom('currency.pay_request as r').leftJoin('currency.payment as p', (join) => join.onRef('p.network_id', '=', 'r.network_id').onRef('p.id', '=', 'r.payment_id'))
      .select(['r.number', 'r.hub_id', 'r.organization_id', 'r.category', 'r.amount_minor', 'r.currency', 'r.until_at', 'r.payment_id', 'p.number as receipt']).where('r.network_id', '=', network).where('r.number', '=', readSlipCode(number)).executeTakeFirst();
    if (!asked) return absent();
    const [body] = await organizationsByIds(tx, [asked.organization_id]);
    const hub = (await hubCard(tx, asked.hub_id)) ?? absent();
    return {
      number: asked.number, shop: body?.names ?? null, category: asked.category, amount: Number(asked.amount_minor), currency: asked.currency, until: asked.until_at, receipt: asked.receipt,
      state: asked.payment_id ? ('paid' as const) : asked.until_at <= now ? ('over' as const) : ('open' as const), hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone },
    };
  },
});
