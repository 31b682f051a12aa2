import { z } from 'zod';
import { choice, choices, clockTime, id, isoDate, maybe, text, wholeNumber, yes } from '#core/input.ts';
import { entryKinds } from '../codes.ts';
import { fieldCodes } from './entry-fields.ts';

const line = () => maybe(text(200));
const lines = () => maybe(text(2_000));
const day = () => maybe(isoDate());

/** What can be told in an entry: `entryFields` says which kind asks for which. Money in the country's unit, hours a week. */
const told = {
  words: maybe(text(10_000)),
  on: day(), begins_on: day(), ends_on: day(), signed_on: day(), hour: maybe(clockTime()),
  to: line(), hours: line(), place: line(), go_to: line(), trusted: line(), signal: line(), employer: line(), employer_address: line(), office: line(), union: line(), number: line(),
  signs: lines(), way_out: lines(), children: lines(), after: lines(),
  body: maybe(id()), referral: maybe(id()),
  what: choices(fieldCodes.what), shares: choices(fieldCodes.shares), bag: choices(fieldCodes.bag), tasks: choices(fieldCodes.tasks), kept_back: choices(fieldCodes.kept_back), copies: choices(fieldCodes.copies),
  where: maybe(choice(fieldCodes.where)), whom: maybe(choice(fieldCodes.whom)), answer: maybe(choice(fieldCodes.answer)), via: maybe(choice(fieldCodes.via)), wage_per: maybe(choice(fieldCodes.wage_per)),
  rest: maybe(choice(fieldCodes.rest)), term: maybe(choice(fieldCodes.term)), registration: maybe(choice(fieldCodes.registration)), standing: maybe(choice(fieldCodes.standing)),
  wage: maybe(wholeNumber(0, 1_000_000)), week_hours: maybe(wholeNumber(1, 168)),
  night: yes(), lives_in: yes(), legalised: yes(),
};

/** Something written into a protected file. `agreed`: she said yes, now, to this very referral. */
export const writeEntryInput = z.strictObject({ file: id(), kind: choice(entryKinds), ...told, agreed: yes() });

/** What an entry says once opened. */
export type EntryTold = Partial<z.output<z.ZodObject<typeof told>>>;
