import { z } from 'zod';
import { choice, choices, isoDate, maybe, text, wholeNumber, yes } from '#core/input.ts';
import { idKinds } from '#core/text/id-number.ts';
import { spokenLanguages } from './spoken-language.ts';

/** What is noted of a person herself; only her name is ever required. A full birth date also gives the year. */
export const personFields = {
  name: text(200),
  name_other: maybe(text(200)),
  birth_date: maybe(isoDate()),
  birth_year: maybe(wholeNumber(1890, 2200)),
  birth_year_about: yes(),
  sex: maybe(choice(['female', 'male', 'unknown'])),
  territory: maybe(text(20)),
  languages: choices(spokenLanguages),
  reading: maybe(choice(['well', 'little', 'not'])),
};

/** Whose phone it is (domain.md rule 2). */
export const phoneOwners = ['self', 'household', 'relative', 'neighbour', 'other'] as const;

/** How she may be reached and what her papers say; all of it optional, all of it sealed. */
export const contactFields = {
  phone: maybe(text(40)),
  phone_owner: maybe(choice(phoneOwners)),
  phone_shared: yes(),
  address: maybe(text(300)),
  id_kind: maybe(choice(idKinds)),
  id_number: maybe(text(40)),
  id_seen: yes(),
};

/** A mailbox of hers; asked for apart from the first talk, because it is rarely hers alone. */
export const emailFields = {
  email: maybe(z.email().max(200)),
  email_owner: maybe(choice(phoneOwners)),
  email_shared: yes(),
};
