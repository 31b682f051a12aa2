import { z } from 'zod';
import { query } from '../currency.ts';

/** The shops that asked from outside and wait for an answer, the first in front, with how to reach them. */
export const shopsAsking = query({
  name: 'shops-asking',
  says: 'Lists the shops that asked from outside to take part.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const rows = await tx.selectFrom('currency.shop_application').select(['id', 'shop', 'place', 'phone', 'categories', 'arrived_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('ended_at', 'is', null).orderBy('arrived_at').orderBy('id').limit(200).execute();
    return { shops: rows.map(({ arrived_at, ...row }) => ({ ...row, at: arrived_at })) };
  },
});
