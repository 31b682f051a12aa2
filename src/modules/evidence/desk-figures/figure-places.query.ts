import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { query } from '../evidence.ts';

/** The hubs of the network by name, for the words beside figures; the login that counts sees no names. */
export const figurePlaces = query({
  name: 'figure-places',
  says: 'Names the hubs that figures are divided by.',
  input: z.strictObject({}),
  run: async ({ tx }) => ({ hubs: (await hubsOf(tx)).map(({ id, names }) => ({ id, names })) }),
});
