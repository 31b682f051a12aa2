import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';
import { heldFile } from '../held-file.ts';
import { closeDoors } from './close-doors.ts';

/** Closes her door at once: whoever learned the words reads nothing any more, not even with a pass that still lasts. */
export const endWords = action({
  name: 'end-words',
  says: 'Closes the words by which a person reads what was agreed with her.',
  input: z.strictObject({ file: id() }),
  refuses: ['read-only', 'file-closed', 'no-door'],
  run: async (doing, { file }) => {
    await heldFile(doing, file);
    if ((await closeDoors(doing, file)) === 0) doing.refuse('no-door');
    await doing.record({ name: 'words-ended', subject: file });
    return { file };
  },
});
