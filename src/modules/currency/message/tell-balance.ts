import { z } from 'zod';
import { pinText } from '../card/pin.ts';
import { action } from '../currency.ts';
import { provePin } from '../till/prove-pin.ts';
import { cardOfMessage, linkOfMessage, messageFields } from './card-of-message.ts';
import { whatIsLeft } from './what-is-left.ts';

/**
 * Tells a telephone what is left, after the digits of its card: without them whoever holds the telephone would read it, and nothing could be shown to who forces
 * her. Wrong digits are an answer and count. Refuses a card that is out of use.
 */
export const tellBalance = action({
  name: 'tell-balance',
  says: 'Tells a telephone by text message what is left on its card.',
  input: z.strictObject({ ...messageFields, pin: pinText() }),
  refuses: ['till-card-unknown', 'till-card-stopped'],
  link: linkOfMessage,
  run: async (doing, { phone, card: of, pin }) => {
    const { refuse, record } = doing;
    const card = (await cardOfMessage(doing, of)) ?? refuse('till-card-unknown');
    if (card.state !== 'active') refuse('till-card-stopped');
    const proved = await provePin(doing, card, pin);
    await record({ name: 'message-answered', subject: phone, hub: card.hub_id, body: { answer: proved.answer === 'right' ? 'balance' : 'wrong' } });
    return proved.answer === 'right' ? { answer: 'balance' as const, ...(await whatIsLeft(doing, card, proved.forced)) } : { answer: 'wrong' as const, left: proved.left };
  },
});
