import { z } from 'zod';
import { maybe, id } from '#core/input.ts';
import { query } from '../directory.ts';

/** The places of the network, those of one body first when it is named; at most 500, by name. */
export const locations = query({
  name: 'locations',
  says: 'The places where services are given',
  input: z.strictObject({ organization: maybe(id()) }),
  run: async ({ tx, network }, { organization }) => {
    const rows = await tx
      .selectFrom('directory.location')
      .select(['id', 'names', 'territory_code', 'organization_id', 'locality'])
      .where('network_id', '=', network)
      .orderBy('id')
      .limit(500)
      .execute();
    const own = (row: { organization_id: string | null }) => Number(row.organization_id !== (organization ?? null));
    return {
      locations: [...rows]
        .sort((a, b) => own(a) - own(b))
        .map((row) => ({ id: row.id, names: row.names, territory: row.territory_code, locality: row.locality })),
    };
  },
});
