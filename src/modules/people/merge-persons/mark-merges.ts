import { z } from 'zod';
import { action } from '../people.ts';
import { unmarkedFiles, writeMarks } from './write-marks.ts';

/** Writes every night the fingerprints of merges that have none: of a house that merged files before these were kept. */
export const markMerges = action({
  name: 'mark-merges',
  says: 'Lets protected matters follow merges that were decided before they could.',
  input: z.strictObject({}),
  run: async (doing) => {
    const files = await unmarkedFiles(doing);
    await writeMarks(doing, files);
    await doing.record({ name: 'merges-marked', subject: doing.network, hub: null, body: { files: files.length } });
    return { files: files.length };
  },
});
