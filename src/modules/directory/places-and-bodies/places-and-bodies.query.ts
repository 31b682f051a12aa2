import { z } from 'zod';
import { hubCard, organizationsOf, territoryChoices } from '#modules/network/public.ts';
import { query } from '../directory.ts';

/** What the forms of the directory offer to choose from: the bodies that are still members or seen here, the country's territories. */
export const placesAndBodies = query({
  name: 'places-and-bodies',
  says: 'Bodies and territories to choose from',
  input: z.strictObject({}),
  run: async (asking) => {
    const hub = await hubCard(asking.tx, asking.hub);
    const bodies = await organizationsOf(asking.tx);
    const territories = await territoryChoices(asking.tx, [hub?.country ?? 'TN']);
    return {
      country: hub?.country ?? 'TN',
      organizations: bodies.filter(({ leftOn }) => leftOn === null).map(({ id, names }) => ({ id, names })),
      territories: territories.map(({ code, names, level, parent }) => ({ code, names, level, parent })),
    };
  },
});
