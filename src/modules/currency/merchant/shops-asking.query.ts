import { z } from 'zod';
import { clockIn, dayLater } from '#core/time/wall-clock.ts';
import { zoneHere } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { ANSWERED_WITHIN_DAYS, overSince } from './end-shop-applications.ts';

/**
 * The shops that asked from outside and wait for an answer, the first in front, with how to reach them and the day on which each ends by itself; and those that ended so
 * in the last thirty days. Days by the clock of the hub.
 */
export const shopsAsking = query({
  name: 'shops-asking',
  says: 'Lists the shops that asked from outside to take part.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub, now } = asking;
    const here = () => tx.selectFrom('currency.shop_application').where('network_id', '=', network).where('hub_id', '=', hub);
    const rows = await here().select(['id', 'shop', 'place', 'phone', 'categories', 'arrived_at']).where('ended_at', 'is', null).orderBy('arrived_at').orderBy('id').limit(200).execute();
    const unanswered = await here().select(['id', 'shop', 'place', 'arrived_at']).where('ended_at', '>', overSince(now)).where('ended_by', 'is', null).orderBy('ended_at', 'desc').orderBy('id').limit(50).execute();
    const zone = await zoneHere(asking);
    return {
      shops: rows.map(({ arrived_at, ...row }) => ({ ...row, at: arrived_at, ends: dayLater(clockIn(zone, arrived_at).date, ANSWERED_WITHIN_DAYS) })),
      unanswered: unanswered.map(({ arrived_at, ...row }) => ({ ...row, at: arrived_at })),
    };
  },
});

/** How many shops wait for an answer of the desk. */
export const shopsWaiting = query({
  name: 'shops-waiting',
  says: 'Counts the shops that asked from outside and wait for an answer.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const { many } = await tx.selectFrom('currency.shop_application').select(({ fn }) => fn.countAll<string>().as('many')).where('network_id', '=', network).where('hub_id', '=', hub).where('ended_at', 'is', null).executeTakeFirstOrThrow();
    return Number(many);
  },
});
