import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { endFile } from '../case/end-file.ts';
import { workedCase } from '../case/worked-case.ts';
import { dropOutReasons } from '../codes.ts';

/** Notes that she no longer comes, and why; the file can be opened again. */
export const dropOut = action({
  name: 'drop-out',
  says: 'Notes that somebody stopped coming, and why.',
  input: z.strictObject({ case: id(), reason: choice(dropOutReasons) }),
  refuses: ['case-over'],
  run: async (doing, { case: file, reason }) => {
    const row = await workedCase(doing, file);
    await endFile(doing, row, { outcome: 'dropped_out', reason });
    return { case: file };
  },
});
