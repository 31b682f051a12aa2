import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { TRIAL } from '../subscription/offered-events.ts';
import { ownSubscription } from '../subscription/own-subscription.ts';
import { action } from '../webhooks.ts';

/** Sends a message once more, with a day of tries before it; the receiver knows it by its id. */
export const sendAgain = action({
  name: 'send-again',
  says: 'Sends a message once more.',
  input: z.strictObject({ delivery: id() }),
  refuses: ['still-waiting'],
  run: async (doing, { delivery }) => {
    const { tx, network, now, absent, refuse, record, later } = doing;
    const row = await tx.selectFrom('webhooks.delivery').select(['state', 'subscription_id', 'keeper_hub_id'])
      .where('network_id', '=', network).where('id', '=', delivery).forUpdate().executeTakeFirst();
    if (!row) return absent();
    await ownSubscription(doing, row.subscription_id);
    if (row.state === 'waiting') refuse('still-waiting');
    await tx.updateTable('webhooks.delivery').set({ state: 'waiting', tries: 0, since: now, next_at: null }).where('network_id', '=', network).where('id', '=', delivery).execute();
    await record({ name: 'delivery-repeated', subject: delivery, hub: row.keeper_hub_id });
    await later('webhooks.send-delivery', { delivery });
    return { delivery, subscription: row.subscription_id };
  },
});

/** Sends a trial message, which says nothing but that it is one. */
export const sendTrial = action({
  name: 'send-trial',
  says: 'Sends a trial message to a subscription.',
  input: z.strictObject({ subscription: id() }),
  refuses: ['not-on'],
  run: async (doing, { subscription }) => {
    const { tx, network, now, refuse, record, later } = doing;
    const { state, hub_id: hub } = await ownSubscription(doing, subscription);
    if (state !== 'on') refuse('not-on');
    const delivery = newId(now.getTime());
    await tx.insertInto('webhooks.delivery').values({
      network_id: network, id: delivery, subscription_id: subscription, keeper_hub_id: hub, event_id: delivery, event_name: TRIAL,
      event_at: now, event_hub_id: hub, subject_id: null, since: now, next_at: null,
    }).execute();
    await record({ name: 'trial-sent', subject: subscription, hub });
    await later('webhooks.send-delivery', { delivery });
    return { delivery, subscription };
  },
});
