import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { basisOf } from './legal-basis.ts';

/** Every instrument of the network with the law it stands on in the country of its hub, for whoever answers for the law. */
export const basisForm = query({
  name: 'basis-form',
  says: 'Shows on what law each instrument of the network stands, or that this waits.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network } = asking;
    const hubs = new Map((await hubsOf(tx)).map((hub) => [hub.id, hub]));
    const rows = await tx.selectFrom('currency.instrument').select(['id', 'hub_id', 'kind', 'names', 'currency']).where('network_id', '=', network).orderBy('opened_at').execute();
    return Promise.all(rows.map(async ({ id, hub_id, ...row }) => {
      const hub = hubs.get(hub_id);
      return { id, ...row, hub: hub?.names ?? {}, country: hub?.country ?? null, basis: hub ? ((await basisOf(asking, id, hub.country))?.basis ?? null) : null };
    }));
  },
});
