import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { dayHere } from '#modules/network/public.ts';
import { neverBought } from '../codes.ts';
import { action } from '../currency.ts';
import { merchantRefusals, merchantTakes } from '../merchant/merchant-takes.ts';
import { fieldOf } from './pay-sale.ts';
import { priceFields, priceRefusals, readPrice } from './read-price.ts';
import { shopsOfTill } from './shop-of-till.ts';

/** For so many minutes a price that was asked can be paid. */
export const ASKED_MINUTES = 5;

/** Asks a price by a square that her phone reads: for five minutes, once. */
export const askPayment = action({
  name: 'ask-payment',
  says: 'Shows a price as a square that a phone reads and pays.',
  input: z.strictObject({ merchant: maybe(id()), ...priceFields }),
  refuses: ['till-never', ...priceRefusals, ...merchantRefusals],
  run: async (doing, { merchant: of, category, ...price }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const merchant = (await shopsOfTill(doing)).find(({ id: each }) => !of || each === of) ?? refuse('no-merchant');
    if (neverBought.some((each) => each === category)) refuse('till-never', {}, 'category');
    const { amount, currency } = await readPrice(doing, merchant.id, price);
    const against = await merchantTakes(tx, network, merchant.id, { category, day: await dayHere({ tx, network, actor: { hub: merchant.hub_id }, now }), amount, currency });
    if (against) refuse(against, {}, fieldOf(against));
    const [request, number] = [newId(now.getTime()), newSlipCode()];
    await tx.insertInto('currency.pay_request').values({
      network_id: network, id: request, hub_id: merchant.hub_id, merchant_id: merchant.id, organization_id: merchant.organization_id, number, category, amount_minor: amount, currency, made_at: now, made_by: actor.account,
      until_at: new Date(now.getTime() + ASKED_MINUTES * 60_000),
    }).execute();
    await record({ name: 'payment-asked', subject: request, hub: merchant.hub_id, organization: merchant.organization_id, body: { amount_minor: amount, currency, merchant: merchant.id } });
    return { request, number };
  },
});
