import { z } from 'zod';
import { query } from '../network.ts';
import { territoryChoices } from './territory-card.ts';

/** The places of the network's countries down to governorates and provinces, and the communes it added itself. */
export const territoryList = query({
  name: 'territory-list',
  says: 'The places of the network’s countries.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const row = await tx.selectFrom('network.network').select('countries').where('network_id', '=', network).executeTakeFirst();
    return territoryChoices(tx, row?.countries ?? []);
  },
});
