import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, text } from '#core/input.ts';
import { action } from '../currency.ts';
import { shopsOfTill } from '../till/shop-of-till.ts';
import { offlineBounds } from './offline-bounds.ts';
import { tillText } from './sale-text.input.ts';
import { sha256, signedBy } from './till-key.ts';

/** So many phones of a shop may sell without a network at once: each has a bound of its own. */
const MOST_TILLS = 5;

/**
 * Lets a phone sell without a network: it shows its public key and signs it, so that nobody registers the key of another. Refuses `no-merchant`, `offline-not-allowed`,
 * `offline-key` and, above five, `offline-tills-many`.
 */
export const registerOfflineTill = action({
  name: 'register-offline-till',
  says: 'Lets a phone of the shop sell without a network.',
  input: z.strictObject({ merchant: id(), key: text(100), signature: text(200) }),
  refuses: ['no-merchant', 'offline-not-allowed', 'offline-key', 'offline-tills-many'],
  run: async (doing, { merchant, key, signature }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const shop = (await shopsOfTill(doing)).find((each) => each.id === merchant && each.state === 'active') ?? refuse('no-merchant');
    if ((await offlineBounds(doing, shop.id)).length === 0) refuse('offline-not-allowed');
    const point = Buffer.from(key, 'base64url');
    if (!signedBy(point, tillText(merchant, key), signature)) refuse('offline-key');
    // Of two phones that come at once, the number lets one through; the other is run again and sees it.
    const tills = await tx.selectFrom('currency.offline_till').select(['public_key', 'stopped_at']).where('network_id', '=', network).where('merchant_id', '=', shop.id).execute();
    if (tills.some(({ public_key }) => public_key.equals(point))) refuse('offline-key');
    if (tills.filter(({ stopped_at }) => stopped_at === null).length >= MOST_TILLS) refuse('offline-tills-many');
    const [till, number] = [newId(now.getTime()), tills.length + 1];
    await tx.insertInto('currency.offline_till').values({
      network_id: network, id: till, hub_id: shop.hub_id, merchant_id: shop.id, organization_id: shop.organization_id, number, public_key: point, last_hash: sha256(point), last_at: now, registered_at: now, registered_by: actor.account,
    }).execute();
    await record({ name: 'offline-till-registered', subject: till, hub: shop.hub_id, organization: shop.organization_id, body: { merchant: shop.id } });
    return { till, number };
  },
});
