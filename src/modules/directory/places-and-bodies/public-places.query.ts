import { z } from 'zod';
import { copyOf } from '../copy/copy-of.ts';
import { countFacets } from '../copy/count-facets.ts';
import { query } from '../directory.ts';

/** The territories where something is listed, themselves or around them: the only ones worth offering. Ordered by code. */
export const publicPlaces = query({
  name: 'public-places',
  says: 'The territories where a service is listed',
  input: z.strictObject({}),
  run: async (asking) => {
    const copy = await copyOf(asking);
    const { facets } = countFacets(copy, null, {}, (at) => copy.live[at]! && copy.listed[at]!);
    const found = [...copy.places.values()].filter(({ code }) => facets.territory[code]);
    return { territories: found.map(({ code, names }) => ({ code, names })).sort((a, b) => (a.code < b.code ? -1 : 1)) };
  },
});
