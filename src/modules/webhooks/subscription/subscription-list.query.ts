import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { keepingHub } from '#modules/network/public.ts';
import { query } from '../webhooks.ts';

/** The subscriptions of a hub, or of the whole network where none is named; ended ones last. */
export const subscriptionList = query({
  name: 'subscription-list',
  says: 'The programs that hear what happens, and whether they answer.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async (asking, { hub: wanted }) => {
    const { tx, network } = asking;
    const hub = keepingHub(asking, wanted);
    return tx
      .selectFrom('webhooks.subscription as s')
      .where('s.network_id', '=', network)
      .where('s.hub_id', hub ? '=' : 'is', hub)
      .select(['s.id', 's.label', 's.target', 's.state', 's.event_names as events', 's.made_at as madeAt', 's.disabled_for as disabledFor'])
      .orderBy(({ eb }) => eb('s.state', '=', 'ended')).orderBy('s.made_at', 'desc')
      .execute();
  },
});
