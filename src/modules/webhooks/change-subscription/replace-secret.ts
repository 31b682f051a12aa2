import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { ownSubscription } from '../subscription/own-subscription.ts';
import { newSecret, sealSecret, secretBytes } from '../subscription/secret.ts';
import { action } from '../webhooks.ts';

const OVERLAP_HOURS = 24;

/** Gives a subscription a new secret. For a day both sign, so that the receiver can change over without losing a message. */
export const replaceSecret = action({
  name: 'replace-secret',
  says: 'Gives a subscription a new secret; the former one signs beside it for a day.',
  input: z.strictObject({ subscription: id(), secret: maybe(text(120)) }),
  refuses: ['not-a-secret'],
  remembers: false,
  run: async (doing, { subscription, secret = newSecret() }) => {
    const { tx, network, now, refuse, record } = doing;
    const bytes = secretBytes(secret) ?? refuse('not-a-secret', {}, 'secret');
    const row = await ownSubscription(doing, subscription);
    const until = new Date(now.getTime() + OVERLAP_HOURS * 3_600_000);
    await tx.updateTable('webhooks.subscription')
      .set({ secret: sealSecret(doing, subscription, bytes), secret_before: row.secret, secret_before_until: until })
      .where('network_id', '=', network).where('id', '=', subscription).execute();
    await record({ name: 'secret-replaced', subject: subscription, hub: row.hub_id });
    return { subscription, secret, former_until: until.toISOString() };
  },
});
