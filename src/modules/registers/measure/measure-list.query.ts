import { z } from 'zod';
import { query } from '../registers.ts';
import { readMeasures } from './read-measures.ts';

/** What the events of the hub decided, by deadline; what is late says so. */
export const measureList = query({
  name: 'measure-list',
  says: 'The measures that events decided: owner, deadline, how far each is.',
  input: z.strictObject({}),
  run: async (asking) => ({ measures: await readMeasures(asking) }),
});
