import { z } from 'zod';
import { text } from '#core/input.ts';
import { cardLink } from '../card/card-code.ts';
import { cardBrought } from '../card/known-card.ts';
import { pinText } from '../card/pin.ts';
import { action } from '../currency.ts';
import { paySale, saleRefusals } from './pay-sale.ts';
import { priceFields, priceRefusals, readPrice } from './read-price.ts';
import { shopAt, shopsOfTill } from './shop-of-till.ts';

/**
 * Takes a payment at a till: a price, her card, her digits. One key pays once: pressed again, or sent again because the answer was lost, it gives the same
 * receipt. Wrong digits are an answer that says how many tries are left. Refuses `saleRefusals`.
 */
export const takePayment = action({
  name: 'take-payment',
  says: 'Takes a payment with a card at the till of a shop.',
  input: z.strictObject({ card: text(200), pin: pinText(), ...priceFields }),
  refuses: [...saleRefusals, ...priceRefusals],
  link: ({ card }) => cardLink(card),
  run: async (doing, { card: brought, pin, category, ...price }) => {
    const { actor, refuse } = doing;
    const card = await cardBrought(doing, brought);
    const merchant = (card ? await shopAt(doing, card.hub_id) : (await shopsOfTill(doing))[0]) ?? refuse(card ? 'till-card-unknown' : 'no-merchant');
    const { amount, currency } = await readPrice(doing, merchant.id, price);
    const paid = await paySale(doing, { card, pin, merchant, category, currency, amount, means: 'card', till: actor.account });
    // What was typed comes back with wrong digits, so that the form keeps it; the digits themselves are kept by nobody.
    return paid.answer === 'paid' ? paid : { ...paid, typed: { category, currency, amount: price.amount } };
  },
});
