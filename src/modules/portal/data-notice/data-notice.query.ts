import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { query } from '../portal.ts';

/** The countries whose law the notice must name and the hubs that have a notice of their own: those with an open door. */
export const dataNotice = query({
  name: 'data-notice',
  says: 'What is kept of people who come, why, how long, and their rights.',
  input: z.strictObject({}),
  run: async ({ tx }) => {
    const open = (await hubsOf(tx)).filter((hub) => hub.open);
    return { countries: [...new Set(open.map(({ country }) => country))], hubs: open.map(({ id, names }) => ({ id, names })) };
  },
});
