import { z } from 'zod';
import { maybe } from '#core/input.ts';
import { action } from '../currency.ts';

/** An application that nobody answered ends after so many days; the shop reads so before it sends. */
export const ANSWERED_WITHIN_DAYS = 30;

const DAY_MS = 86_400_000;

/** The moment before which an application must have come to be over by now. */
export const overSince = (now: Date): Date => new Date(now.getTime() - ANSWERED_WITHIN_DAYS * DAY_MS);

/** The nightly end of applications that nobody answered in thirty days: the telephone goes, the hub reads which they were, and the shop may ask anew. */
export const endShopApplications = action({
  name: 'end-shop-applications',
  says: 'Ends the applications of shops that nobody answered in thirty days.',
  // Another moment than now only for tests: a day in the past or to come.
  input: z.strictObject({ at: maybe(z.iso.datetime()) }),
  run: async ({ tx, network, now, record }, { at }) => {
    const ended = await tx.updateTable('currency.shop_application').set({ ended_at: now, phone: null }).where('network_id', '=', network).where('ended_at', 'is', null)
      .where('arrived_at', '<', overSince(at ? new Date(at) : now)).returning(['id', 'hub_id']).execute();
    for (const { id, hub_id: hub } of ended) await record({ name: 'shop-unanswered', subject: id, hub, body: {} });
    await record({ name: 'shop-applications-looked-through', subject: network, hub: null, body: { ended: ended.length } });
    return { ended: ended.length };
  },
});
