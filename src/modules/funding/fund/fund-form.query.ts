import { z } from 'zod';
import { openProgrammes } from '#modules/programme/public.ts';
import { query } from '../funding.ts';

/** What a new fund may choose from: the programmes that are open. */
export const fundForm = query({
  name: 'fund-form',
  says: 'The programmes that a new fund may pay for.',
  input: z.strictObject({}),
  run: async ({ tx }) => ({ programmes: (await openProgrammes(tx)).map(({ id, names }) => ({ id, names })) }),
});
