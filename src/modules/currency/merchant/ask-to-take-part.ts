import { z } from 'zod';
import { choices, id, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { fold } from '#core/text/fold.ts';
import { hubCard } from '#modules/network/public.ts';
import { readPhone } from '#modules/people/public.ts';
import { categories } from '../codes.ts';
import { action } from '../currency.ts';
import { countApplication } from './application-limit.ts';

/**
 * Leaves, without an account, that a shop would like to take the card of a hub. The same shop with the same telephone stands there once, however often it is sent.
 * Refuses a telephone that nobody can dial (`shop-phone-odd`) and a flood (`too-many-applications`, with the minutes to wait). A hub that is closed is absent.
 */
export const askToTakePart = action({
  name: 'ask-to-take-part',
  says: 'Leaves a shop’s application to take part, without an account.',
  input: z.strictObject({ hub: id(), shop: text(120).pipe(z.string().min(2)), place: text(120).pipe(z.string().min(2)), phone: text(40), categories: choices(categories).pipe(z.array(z.enum(categories)).min(1)) }),
  refuses: ['shop-phone-odd', 'too-many-applications'],
  run: async (doing, { hub: of, shop, place, phone: typed, categories: sells }) => {
    const { tx, network, now, actor, blind, absent, refuse, record } = doing;
    const hub = await hubCard(tx, of);
    if (!hub?.open) return absent();
    const phone = readPhone(typed, hub.country) ?? refuse('shop-phone-odd', {}, 'phone');
    const minutes = await countApplication(network, actor.from);
    if (minutes > 0) refuse('too-many-applications', { minutes }, undefined, { status: 429 });
    const application = newId(now.getTime());
    await tx.insertInto('currency.shop_application').values({
      network_id: network, id: application, hub_id: of, mark: blind('shop-application', `${fold(shop)}|${phone}`), shop, place, phone, categories: [...new Set(sells)], arrived_at: now,
    }).onConflict((conflict) => conflict.doNothing()).execute();
    await record({ name: 'shop-asked', subject: of, hub: of, body: { categories: sells.length } });
    return { hub: of };
  },
});
