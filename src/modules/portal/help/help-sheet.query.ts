import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { publishedBy } from '../content/published.ts';
import { query } from '../portal.ts';

const MOST_TEXTS = 10;

/** The countries where the network has an open door, and the help texts its hubs published. Who asks is written nowhere. */
export const helpSheet = query({
  name: 'help-sheet',
  says: 'Help lines by country, and help texts.',
  input: z.strictObject({}),
  run: async (asking) => ({
    countries: [...new Set((await hubsOf(asking.tx)).filter(({ open }) => open).map(({ country }) => country))],
    texts: await publishedBy(asking, { kind: 'help', most: MOST_TEXTS }),
  }),
});
