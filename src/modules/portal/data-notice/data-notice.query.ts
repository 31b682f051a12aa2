import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { query } from '../portal.ts';

/** The countries whose law the notice must name: those where the network has an open door. */
export const dataNotice = query({
  name: 'data-notice',
  says: 'What is kept of people who come, why, how long, and their rights.',
  input: z.strictObject({}),
  run: async ({ tx }) => ({
    countries: [...new Set((await hubsOf(tx)).filter(({ open }) => open).map(({ country }) => country))],
  }),
});
