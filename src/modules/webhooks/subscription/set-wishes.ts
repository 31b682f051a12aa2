import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { WebhooksTables } from '../webhooks.ts';

interface Wanted {
  readonly subscription: string;
  readonly hub: string | null;
  readonly events: readonly string[];
}

/** Makes exactly these events wanted by a subscription; an empty list silences it. */
export async function setWishes({ tx, network }: Pick<Asking<WebhooksTables>, 'tx' | 'network'>, { subscription, hub, events }: Wanted): Promise<void> {
  await tx.updateTable('webhooks.wish').set({ live: false })
    .where('network_id', '=', network).where('subscription_id', '=', subscription)
    .execute();
  if (!events.length) return;
  await tx.insertInto('webhooks.wish')
    .values(events.map((event_name) => ({ network_id: network, event_name, subscription_id: subscription, hub_id: hub, live: true })))
    .onConflict((conflict) => conflict.columns(['network_id', 'event_name', 'subscription_id']).doUpdateSet({ live: sql`true` }))
    .execute();
}
