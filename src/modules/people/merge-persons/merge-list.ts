import { z } from 'zod';
import { query } from '../people.ts';
import { mergesOf } from './merges-of.ts';

/** The merges of this hub: those that wait for somebody to decide, and those that were decided. */
export const mergeList = query({
  name: 'merge-list',
  says: 'Lists the files that are proposed to be the same person, and those that were merged.',
  input: z.strictObject({}),
  run: async (asking) => ({
    waiting: await mergesOf(asking, { states: ['proposed'] }),
    decided: await mergesOf(asking, { states: ['merged', 'undone', 'declined'] }),
  }),
});
