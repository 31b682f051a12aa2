import { z } from 'zod';
import { isoDate, maybe } from '#core/input.ts';
import { action } from '../registers.ts';
import { entryInput, placeInput } from './entry-input.ts';
import { entryRefusals, writeEntry } from './write-entry.ts';

/** Writes down the proposal of a pilot by the body that would run it. Its money stands in the funding part; here stands the trial itself (domain.md 4.14). */
export const proposePilot = action({
  name: 'propose-pilot',
  says: 'Writes down the proposal of a pilot.',
  input: z.strictObject({ ...entryInput, ...placeInput, starts_on: maybe(isoDate()), ends_on: maybe(isoDate()) }),
  refuses: [...entryRefusals],
  run: (doing, typed) => writeEntry(doing, 'pilot', typed),
});
