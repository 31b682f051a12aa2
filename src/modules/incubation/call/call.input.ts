import { z } from 'zod';
import { choice, choices, clockTime, id, isoDate, maybe, type Multilingual, multilingual, text, wholeNumber } from '#core/input.ts';
import { sexes, tieBreaks, whoApplies } from '../codes.ts';
import { paperCodes } from './paper-codes.ts';

/** Texts that may be left empty altogether. */
const optionalTexts = (most: number) => z.strictObject({ ar: maybe(text(most)), fr: maybe(text(most)), en: maybe(text(most)) }).optional()
  .transform((value): Multilingual => Object.fromEntries(Object.entries(value ?? {}).filter(([, words]) => words)));

/** What a call says before it is published. Days and hours are those of the clock on the hub's wall. */
export const callFields = {
  names: multilingual(200), about: optionalTexts(4_000), next_step: optionalTexts(1_000), territory: text(40), applicants: choice(whoApplies),
  opens: isoDate(), opens_hour: clockTime(), closes: isoDate(), closes_hour: clockTime(), appeal_days: wholeNumber(0, 90), places: wholeNumber(1, 1_000_000),
  age_lowest: maybe(wholeNumber(0, 120)), age_highest: maybe(wholeNumber(0, 120)), sexes: choices(sexes), members_least: wholeNumber(1, 1_000),
  form: id(), tie_break: choices(tieBreaks), papers: choices(paperCodes), programme: maybe(id()),
};

/** A call's code stands in its public address. */
export const callCode = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), text(40).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{2,39}$/)));

export type CallGiven = z.output<z.ZodObject<typeof callFields>>;
