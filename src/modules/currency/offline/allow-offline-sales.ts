import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe } from '#core/input.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { action } from '../currency.ts';
import { knownMerchant } from '../merchant/known-merchant.ts';

/**
 * Lets a shop sell without a network within two bounds of a day, of one person and of one till; or no longer, when both are left empty. The shop bears what cannot be
 * paid when such a sale arrives. Refuses `wrong-step`, `amount-odd`, `offline-both`, `offline-till-below`.
 */
export const allowOfflineSales = action({
  name: 'allow-offline-sales',
  says: 'Sets how much a shop may sell without a network in a day.',
  input: z.strictObject({ merchant: id(), currency: choice(currencies), card: maybe(decimal()), till: maybe(decimal()) }),
  refuses: ['wrong-step', 'amount-odd', 'offline-both', 'offline-till-below'],
  run: async (doing, { merchant: of, currency, card, till }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'active' && shop.state !== 'suspended') refuse('wrong-step');
    if ((card === undefined) !== (till === undefined)) refuse('offline-both', {}, card === undefined ? 'card' : 'till');
    const minor = (typed: string | undefined, field: string) => (typed === undefined ? null : minorOf(typed, scaleOf(currency)) || refuse('amount-odd', {}, field));
    const [card_minor, till_minor] = [minor(card, 'card'), minor(till, 'till')];
    if ((till_minor ?? 0) < (card_minor ?? 0)) refuse('offline-till-below', {}, 'till');
    await tx.insertInto('currency.offline_limit').values({ network_id: network, id: newId(now.getTime()), hub_id: hub, merchant_id: of, currency, card_minor, till_minor, set_at: now, set_by: actor.account }).execute();
    await record({ name: 'offline-sales-allowed', subject: of, organization: shop.organization_id, body: { currency, card_minor: card_minor ?? 0, till_minor: till_minor ?? 0 } });
    return { merchant: of };
  },
});
