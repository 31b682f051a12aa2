import { z } from 'zod';
import { isoDate, maybe } from '#core/input.ts';
import { action } from '../registers.ts';
import { entryInput, placeInput } from './entry-input.ts';
import { entryRefusals, writeEntry } from './write-entry.ts';

/** A country by its two letters, typed in any case. */
const country = z.preprocess((value) => (typeof value === 'string' ? value.trim().toUpperCase() : value), z.string().regex(/^[A-Z]{2}$/));

/** Plans a study visit of professionals: who receives them, where, when and with which programme (domain.md 4.11). */
export const planStudyVisit = action({
  name: 'plan-study-visit',
  says: 'Plans a study visit: the host, the place, the days and the programme.',
  input: z.strictObject({ ...entryInput, ...placeInput, country: maybe(country), starts_on: isoDate(), ends_on: maybe(isoDate()) }),
  refuses: [...entryRefusals],
  run: (doing, typed) => writeEntry(doing, 'study_visit', typed),
});
