import { z } from 'zod';
import { query } from '../exchange.ts';

const mostShown = 100;

/** The imports of the hub where one stands, the newest first. */
export const importList = query({
  name: 'import-list',
  says: 'The files that this hub brought in',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => tx.selectFrom('exchange.import')
    .select(['id', 'kind', 'file_name', 'state', 'rows_read', 'added', 'changed', 'same', 'refused', 'started_at']).where('network_id', '=', network).where('hub_id', '=', hub)
    .orderBy('started_at', 'desc').limit(mostShown).execute(),
});
