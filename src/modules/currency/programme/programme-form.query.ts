import { z } from 'zod';
import { query } from '../currency.ts';

/** The instruments of the hub in which a new programme may count its money. */
export const programmeForm = query({
  name: 'programme-form',
  says: 'The aid instruments of the hub, for a new programme.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => ({
    instruments: await tx.selectFrom('currency.instrument').select(['id', 'names', 'currency']).where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', 'aid').orderBy('opened_at').execute(),
  }),
});
