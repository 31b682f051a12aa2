import { z } from 'zod';
import { namesOfPlaces } from '../around.ts';
import { query } from '../directory.ts';

/** The territories where something is listed: the only ones worth offering to a visitor. Ordered by code. */
export const publicPlaces = query({
  name: 'public-places',
  says: 'The territories where a service is listed',
  input: z.strictObject({}),
  run: async (asking) => {
    const rows = await asking.tx
      .selectFrom('directory.who_does_what_where')
      .select('territory_code')
      .distinct()
      .where('network_id', '=', asking.network)
      .orderBy('territory_code')
      .execute();
    const names = await namesOfPlaces(asking, rows.map((row) => row.territory_code));
    return { territories: [...names].map(([code, place]) => ({ code, names: place })) };
  },
});
