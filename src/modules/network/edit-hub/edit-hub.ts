import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { hubFields } from '../hub/hub-fields.ts';
import { managedHub } from '../managed-hub.ts';
import { action } from '../network.ts';
import { placeOf } from '../territory/place-of.ts';

/** Changes what the plate on the hub's door says. Its kind and country stay; its place may move inside the country. */
export const editHub = action({
  name: 'edit-hub',
  says: 'Changes the name, place and contacts of a hub.',
  input: z.strictObject({ hub: maybe(id()), ...hubFields }),
  refuses: ['unknown-territory', 'territory-of-another-country', 'reference-incubator-stays'],
  run: async (doing, { hub: wanted, territory, ...plate }) => {
    const { tx, network, refuse, absent, record } = doing;
    const hub = managedHub(doing, wanted);
    const before = await tx
      .selectFrom('network.hub').select(['country', 'kind', 'region_code'])
      .where('network_id', '=', network).where('id', '=', hub).executeTakeFirst();
    if (!before) return absent();
    const place = await placeOf(doing, territory, before.country);
    // Moving it to another region would pass by the rule of one reference incubator per region.
    if (before.kind === 'reference-incubator' && place.region !== before.region_code) refuse('reference-incubator-stays', {}, 'territory');
    await tx
      .updateTable('network.hub')
      .set({
        names: plate.names, welcomes: plate.welcomes, address: plate.address, territory_code: territory ?? null, region_code: place.region,
        phone: plate.phone ?? null, email: plate.email ?? null, website: plate.website ?? null,
      })
      .where('network_id', '=', network).where('id', '=', hub)
      .execute();
    await record({ name: 'hub-edited', subject: hub, hub });
    return { hub };
  },
});
