import { z } from 'zod';
import { callsTakingFiles } from '#modules/incubation/public.ts';
import { query } from '../exchange.ts';

/** The calls of the hub whose registrations may be brought as a file now. */
export const callsForFiles = query({
  name: 'calls-for-files',
  says: 'The calls whose registrations may be brought as a file',
  input: z.strictObject({}),
  run: async (asking) => ({ calls: await callsTakingFiles(asking) }),
});
