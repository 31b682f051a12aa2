import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openedFile } from '../held-file.ts';

/** Whether words are given for a file, since when and until when; never which. */
export const wordsGiven = query({
  name: 'words-given',
  says: 'Shows whether a person has words of her own.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file }) => {
    const { tx, network, now } = asking;
    const { access, row } = await openedFile(asking, file);
    const door = await tx.selectFrom('confidential.door').select(['made_at as since', 'until_at as until']).where('network_id', '=', network).where('file_id', '=', file)
      .where('ended_at', 'is', null).where('until_at', '>', now).orderBy('made_at', 'desc').executeTakeFirst();
    return { may: row.closed_at ? ('read' as const) : access.may, door: door ?? null };
  },
});
