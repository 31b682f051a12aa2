import type { Asking } from '#core/action.ts';
import type { WebhooksTables } from '../webhooks.ts';

/** The subscription she manages and that has not ended, locked for the change; any other is absent. */
export async function ownSubscription({ tx, network, absent }: Pick<Asking<WebhooksTables>, 'tx' | 'network' | 'absent'>, subscription: string) {
  const row = await tx
    .selectFrom('webhooks.subscription').selectAll()
    .where('network_id', '=', network).where('id', '=', subscription).where('state', '<>', 'ended')
    .forUpdate()
    .executeTakeFirst();
  return row ?? absent();
}
