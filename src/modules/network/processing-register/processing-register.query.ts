import { z } from 'zod';
import { query } from '../network.ts';
import { readSchema } from './read-schema.ts';

/** The register of processing, made from the schema itself: no table can be left out of it. It holds nothing of anybody. */
export const processingRegister = query({
  name: 'processing-register',
  says: 'Shows every table, what it says of whom, how far it is closed and what is sealed.',
  input: z.strictObject({}),
  run: async ({ tx }) => ({ tables: await readSchema(tx) }),
});
