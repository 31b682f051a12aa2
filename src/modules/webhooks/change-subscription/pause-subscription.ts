import { z } from 'zod';
import { id } from '#core/input.ts';
import { checkTarget, targetRefusals } from '../subscription/check-target.ts';
import { ownSubscription } from '../subscription/own-subscription.ts';
import { setWishes } from '../subscription/set-wishes.ts';
import { action } from '../webhooks.ts';

const input = z.strictObject({ subscription: id() });

/** Stops telling for a while; what happens meanwhile is not told afterwards. */
export const pauseSubscription = action({
  name: 'pause-subscription',
  says: 'Stops telling a program for a while.',
  input,
  refuses: ['not-on'],
  run: async (doing, { subscription }) => {
    const { tx, network, refuse, record } = doing;
    const { state, hub_id: hub } = await ownSubscription(doing, subscription);
    if (state !== 'on') refuse('not-on');
    await tx.updateTable('webhooks.subscription').set({ state: 'paused' }).where('network_id', '=', network).where('id', '=', subscription).execute();
    await setWishes(doing, { subscription, hub, events: [] });
    await record({ name: 'subscription-paused', subject: subscription, hub });
    return { subscription };
  },
});

/** Tells again, after a pause or after the house had stopped by itself. The address is looked at once more. */
export const resumeSubscription = action({
  name: 'resume-subscription',
  says: 'Begins to tell a program again.',
  input,
  refuses: ['already-on', ...targetRefusals],
  run: async (doing, { subscription }) => {
    const { tx, network, refuse, record } = doing;
    const { state, hub_id: hub, target, event_names: events } = await ownSubscription(doing, subscription);
    if (state === 'on') refuse('already-on');
    await checkTarget(doing, target);
    await tx.updateTable('webhooks.subscription').set({ state: 'on', disabled_at: null, disabled_for: null })
      .where('network_id', '=', network).where('id', '=', subscription).execute();
    await setWishes(doing, { subscription, hub, events });
    await record({ name: 'subscription-resumed', subject: subscription, hub });
    return { subscription };
  },
});

/** Ends a subscription for good; its log stays readable. */
export const endSubscription = action({
  name: 'end-subscription',
  says: 'Ends a subscription for good.',
  input,
  run: async (doing, { subscription }) => {
    const { tx, network, record } = doing;
    const { hub_id: hub } = await ownSubscription(doing, subscription);
    await tx.updateTable('webhooks.subscription').set({ state: 'ended', disabled_at: null, disabled_for: null })
      .where('network_id', '=', network).where('id', '=', subscription).execute();
    await setWishes(doing, { subscription, hub, events: [] });
    await record({ name: 'subscription-ended', subject: subscription, hub });
    return { subscription };
  },
});
