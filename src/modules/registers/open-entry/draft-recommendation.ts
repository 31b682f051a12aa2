import { z } from 'zod';
import { choice, choices, id, maybe } from '#core/input.ts';
import { levels, textLanguages } from '../codes.ts';
import { action } from '../registers.ts';
import { entryInput, placeInput } from './entry-input.ts';
import { entryRefusals, writeEntry } from './write-entry.ts';

/** Drafts a recommendation for the authority that could follow it; it may come out of a dialogue that was held (domain.md 4.5, 4.12). */
export const draftRecommendation = action({
  name: 'draft-recommendation',
  says: 'Drafts a recommendation for an authority.',
  input: z.strictObject({ ...entryInput, ...placeInput, level: choice(levels), from_event: maybe(id()), languages: choices(textLanguages) }),
  refuses: [...entryRefusals],
  run: (doing, typed) => writeEntry(doing, 'recommendation', typed),
});
