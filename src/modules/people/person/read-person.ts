import type { Asking } from '#core/action.ts';
import { checkText } from '#core/text/clean-text.ts';
import { territoryCard } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';

interface Given {
  readonly name: string;
  readonly name_other?: string | undefined;
  readonly birth_date?: string | undefined;
  readonly birth_year?: number | undefined;
  readonly birth_year_about: boolean;
  readonly sex?: 'female' | 'male' | 'unknown' | undefined;
  readonly territory?: string | undefined;
  readonly languages: string[];
  readonly reading?: 'well' | 'little' | 'not' | undefined;
}

/** Reasons for which what was typed of a person is not taken. */
export const personRefusals = ['name-not-readable', 'born-in-the-future', 'birth-does-not-agree', 'unknown-territory'] as const;

/** Checks what was typed of a person and gives the columns of her row. The birth year follows a full birth date. */
export async function readPerson(asking: Asking<PeopleTables>, given: Given) {
  const birthYear = given.birth_date ? Number(given.birth_date.slice(0, 4)) : given.birth_year;
  if (given.birth_date && given.birth_year && given.birth_year !== birthYear) asking.refuse('birth-does-not-agree', {}, 'birth_year');
  const today = asking.now.toISOString().slice(0, 10);
  if ((given.birth_date ?? '') > today) asking.refuse('born-in-the-future', {}, 'birth_date');
  if (birthYear && birthYear > Number(today.slice(0, 4))) asking.refuse('born-in-the-future', {}, 'birth_year');
  if (given.territory && !(await territoryCard(asking.tx, given.territory))) asking.refuse('unknown-territory', {}, 'territory');
  return {
    name: readName(asking, given.name, 'name'),
    name_other: given.name_other ? readName(asking, given.name_other, 'name_other') : null,
    birth_year: birthYear ?? null,
    birth_year_about: given.birth_date ? false : given.birth_year_about,
    sex: given.sex ?? null,
    territory_code: given.territory ?? null,
    languages: given.languages,
    reading: given.reading ?? null,
  };
}

function readName(asking: Asking<PeopleTables>, typed: string, field: string): string {
  const read = checkText(typed, 'name');
  return read.ok ? read.value : asking.refuse('name-not-readable', {}, field);
}

/** Every known spelling of a person's name. */
export const namesOf = ({ name, name_other }: { name: string; name_other?: string | null | undefined }): readonly string[] =>
  name_other ? [name, name_other] : [name];
