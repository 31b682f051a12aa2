import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { choice, maybe, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { currencies, decimal } from '#core/money.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { dayHere, organizationsByIds } from '#modules/network/public.ts';
import { categories, neverBought } from '../codes.ts';
import { action } from '../currency.ts';
import { merchantRefusals, merchantTakes } from '../merchant/merchant-takes.ts';
import { ASKED_MINUTES } from '../till/ask-payment.ts';
import { priceRefusals, readPrice } from '../till/read-price.ts';
import { cardOfMessage, linkOfMessage, messageFields } from './card-of-message.ts';

/**
 * Keeps a price that a telephone named, at a shop of its card's hub, until it is confirmed: for five minutes, once. Nothing moves and no digits are needed. What is
 * bought is asked where the shop sells several things. Refuses what the shop's side refuses, what is never bought, and a card that is out of use.
 */
export const namePrice = action({
  name: 'name-price',
  says: 'Keeps a price that a telephone named by text message until it is confirmed.',
  input: z.strictObject({ ...messageFields, shop: wholeNumber(0, 99_999), amount: decimal(), what: maybe(choice([...categories, ...neverBought])), currency: maybe(choice(currencies)) }),
  refuses: ['till-card-unknown', 'till-card-stopped', 'till-never', ...priceRefusals, ...merchantRefusals],
  link: linkOfMessage,
  run: async (doing, { phone, card: of, shop, what, ...price }) => {
    const { tx, network, now, refuse, record } = doing;
    const card = (await cardOfMessage(doing, of)) ?? refuse('till-card-unknown');
    if (card.state !== 'active') refuse('till-card-stopped');
    const merchant = (await tx.selectFrom('currency.merchant').select(['id', 'organization_id', 'categories']).where('network_id', '=', network).where('hub_id', '=', card.hub_id).where('code', '=', shop)
      .where('state', 'in', ['active', 'suspended']).executeTakeFirst()) ?? refuse('no-merchant');
    if (neverBought.some((each) => each === what)) refuse('till-never');
    const category = what ?? (merchant.categories.length === 1 ? merchant.categories[0]! : null);
    const answered = (answer: 'ask' | 'what') => record({ name: 'message-answered', subject: phone, hub: card.hub_id, body: { answer } });
    if (!category) {
      await answered('what');
      return { answer: 'what' as const, offered: merchant.categories };
    }
    const { amount, currency } = await readPrice(doing, merchant.id, price);
    const against = await merchantTakes(tx, network, merchant.id, { category, day: await dayHere({ tx, network, actor: { hub: card.hub_id }, now }), amount, currency });
    if (against) refuse(against);
    const [request, number] = [newId(now.getTime()), String(randomInt(100, 1000))];
    await tx.insertInto('currency.pay_request').values({
      network_id: network, id: request, hub_id: card.hub_id, merchant_id: merchant.id, organization_id: merchant.organization_id, number: newSlipCode(), category, amount_minor: amount, currency, made_at: now, made_by: null,
      until_at: new Date(now.getTime() + ASKED_MINUTES * 60_000),
    }).execute();
    await tx.insertInto('currency.message_request').values({ network_id: network, request_id: request, hub_id: card.hub_id, phone_id: phone, number, asked_at: now }).execute();
    await answered('ask');
    const [body] = await organizationsByIds(tx, [merchant.organization_id]);
    return { answer: 'ask' as const, shop: body?.names ?? {}, code: String(shop), amount, currency, number };
  },
});
