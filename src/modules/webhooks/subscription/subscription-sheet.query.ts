import { z } from 'zod';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { query } from '../webhooks.ts';

const PAGE = 30;

/** One subscription with a page of its messages, newest first, and every try of each. */
export const subscriptionSheet = query({
  name: 'subscription-sheet',
  says: 'One subscription and the log of its messages.',
  input: z.strictObject({ subscription: id(), page: maybe(wholeNumber(1, 10_000)) }),
  run: async ({ tx, network, absent }, { subscription, page = 1 }) => {
    const found = await tx
      .selectFrom('webhooks.subscription')
      .where('network_id', '=', network).where('id', '=', subscription)
      .select(['id', 'hub_id as hub', 'label', 'target', 'state', 'event_names as events', 'made_at as madeAt', 'disabled_at as disabledAt', 'disabled_for as disabledFor', 'secret_before_until as formerUntil'])
      .executeTakeFirst();
    if (!found) return absent();
    const rows = await tx
      .selectFrom('webhooks.delivery')
      .where('network_id', '=', network).where('subscription_id', '=', subscription)
      .select(['id', 'event_name as event', 'event_at as at', 'state', 'tries', 'next_at as nextAt'])
      .orderBy('event_at', 'desc').orderBy('id')
      .limit(PAGE + 1).offset((page - 1) * PAGE)
      .execute();
    const deliveries = rows.slice(0, PAGE);
    const attempts = deliveries.length === 0 ? [] : await tx
      .selectFrom('webhooks.attempt')
      .where('network_id', '=', network).where('delivery_id', 'in', deliveries.map((row) => row.id))
      .select(['delivery_id as delivery', 'at', 'status', 'fault', 'milliseconds'])
      .orderBy('at')
      .execute();
    return {
      ...found, page, more: rows.length > PAGE,
      deliveries: deliveries.map((row) => ({ ...row, attempts: attempts.filter(({ delivery }) => delivery === row.id) })),
    };
  },
});
