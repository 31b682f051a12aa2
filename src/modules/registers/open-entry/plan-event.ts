import { z } from 'zod';
import { choice, isoDate, maybe } from '#core/input.ts';
import { eventForms } from '../codes.ts';
import { action } from '../registers.ts';
import { entryInput, placeInput } from './entry-input.ts';
import { entryRefusals, writeEntry } from './write-entry.ts';

/** Plans an event: a study day, a dialogue, a festival; what it decides is followed as numbered measures (domain.md 2.1). */
export const planEvent = action({
  name: 'plan-event',
  says: 'Plans an event: what kind, who organizes it, where and when.',
  input: z.strictObject({ ...entryInput, ...placeInput, form: choice(eventForms), starts_on: isoDate(), ends_on: maybe(isoDate()) }),
  refuses: [...entryRefusals],
  run: (doing, typed) => writeEntry(doing, 'event', typed),
});
