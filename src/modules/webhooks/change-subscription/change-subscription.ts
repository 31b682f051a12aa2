import { z } from 'zod';
import { id } from '#core/input.ts';
import { subscriptionFields } from '../subscribe/subscribe.input.ts';
import { checkTarget, targetRefusals } from '../subscription/check-target.ts';
import { ownSubscription } from '../subscription/own-subscription.ts';
import { setWishes } from '../subscription/set-wishes.ts';
import { action } from '../webhooks.ts';

/** Changes where a subscription is sent, what it is called and what it hears. */
export const changeSubscription = action({
  name: 'change-subscription',
  says: 'Changes the address, the name or the events of a subscription.',
  input: z.strictObject({ subscription: id(), ...subscriptionFields }),
  refuses: targetRefusals,
  run: async (doing, { subscription, label, target, events }) => {
    const { tx, network, record } = doing;
    const row = await ownSubscription(doing, subscription);
    if (target !== row.target) await checkTarget(doing, target);
    const wished = [...new Set(events)];
    await tx.updateTable('webhooks.subscription').set({ label, target, event_names: wished })
      .where('network_id', '=', network).where('id', '=', subscription).execute();
    await setWishes(doing, { subscription, hub: row.hub_id, events: row.state === 'on' ? wished : [] });
    await record({ name: 'subscription-changed', subject: subscription, hub: row.hub_id, body: { events: wished.length } });
    return { subscription };
  },
});
