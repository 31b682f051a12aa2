import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { query } from '../currency.ts';
import { phoneMark } from './phone-mark.ts';

/**
 * Whose telephone sent a message: how it is answered, which card it pays with, the price that it named under a number within a day, and the no that this very
 * message was given before. Nothing for a telephone that no desk tied. The number in its international form.
 */
export const messageSender = query({
  name: 'message-sender',
  says: 'Finds the card of the telephone that sent a message.',
  input: z.strictObject({ from: text(20), message: z.uuid(), number: maybe(z.string().regex(/^\d{3}$/)) }),
  run: async ({ tx, network, now, blind }, { from, message, number }) => {
    const phone = await tx.selectFrom('currency.message_phone').select(['id', 'hub_id', 'person_id', 'lang']).where('network_id', '=', network).where('mark', '=', phoneMark(blind, from)).where('ended_at', 'is', null).executeTakeFirst();
    if (!phone) return null;
    const card = await tx.selectFrom('currency.card').select('hash').where('network_id', '=', network).where('hub_id', '=', phone.hub_id).where('person_id', '=', phone.person_id).where('state', '<>', 'replaced')
      .orderBy('made_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
    const refused = await tx.selectFrom('currency.message_refused').select('code').where('network_id', '=', network).where('id', '=', message).executeTakeFirst();
    const asked = number === undefined ? undefined : await tx.selectFrom('currency.message_request as m').innerJoin('currency.pay_request as r', (join) => join.onRef('r.network_id', '=', 'm.network_id').onRef('r.id', '=', 'm.request_id'))
      .select('r.number').where('m.network_id', '=', network).where('m.hub_id', '=', phone.hub_id).where('m.phone_id', '=', phone.id).where('m.number', '=', number).where('m.asked_at', '>', new Date(now.getTime() - 86_400_000))
      .orderBy('m.asked_at', 'desc').executeTakeFirst();
    return { phone: phone.id, hub: phone.hub_id, lang: phone.lang, card: card ? { link: card.hash.toString('hex') } : null, refused: refused?.code ?? null, asked: asked?.number ?? null };
  },
});
