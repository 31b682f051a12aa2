import { z } from 'zod';
import { choice, choices, text } from '#core/input.ts';
import { levels, textLanguages } from '../codes.ts';
import { action } from '../registers.ts';
import { entryInput, placeInput } from './entry-input.ts';
import { entryRefusals, writeEntry } from './write-entry.ts';

/** Writes down that a study was commissioned from an institution, by whom it is written and at which level it works (domain.md 4.13). */
export const commissionStudy = action({
  name: 'commission-study',
  says: 'Writes down that a study was commissioned.',
  input: z.strictObject({ ...entryInput, ...placeInput, authors: text(500), level: choice(levels), languages: choices(textLanguages) }),
  refuses: [...entryRefusals],
  run: (doing, typed) => writeEntry(doing, 'study', typed),
});
