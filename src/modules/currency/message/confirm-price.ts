import { z } from 'zod';
import { text } from '#core/input.ts';
import { pinText } from '../card/pin.ts';
import { action } from '../currency.ts';
import { askedLink } from '../till/asked-link.ts';
import { askedRefusals, payRequest } from '../till/pay-asked.ts';
import { cardOfMessage, linkOfMessage, messageFields } from './card-of-message.ts';

/** Pays the price that a telephone named, with the digits of its card, by the road of every sale. One message pays once. Refuses `askedRefusals`. */
export const confirmPrice = action({
  name: 'confirm-price',
  says: 'Pays the price that a telephone named, once it is confirmed with the digits of its card.',
  input: z.strictObject({ ...messageFields, asked: text(8), pin: pinText() }),
  refuses: [...askedRefusals],
  link: linkOfMessage,
  beside: ({ asked }) => askedLink(asked),
  run: async (doing, { phone, card: of, asked, pin }) => {
    const card = (await cardOfMessage(doing, of)) ?? doing.refuse('till-card-unknown');
    const paid = await payRequest(doing, { card, number: asked, pin, means: 'message' });
    await doing.record({ name: 'message-answered', subject: phone, hub: card.hub_id, body: { answer: paid.answer === 'paid' ? 'paid' : 'wrong' } });
    return paid.answer === 'paid' ? { answer: 'paid' as const, amount: paid.amount, currency: paid.currency, receipt: paid.number } : { answer: 'wrong' as const, left: paid.left };
  },
});
