import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/** What every list and sheet may show of a person (C0): never a phone, an address or a full birth date. */
export interface PersonCard {
  readonly id: string;
  /** Her file code as printed on her card: `K7Q4-M2XP`. */
  readonly code: string;
  /** As she writes it, in her own script. */
  readonly name: string;
  /** The same name in the other script. */
  readonly other: string | null;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly birthYear: number | null;
  readonly birthYearAbout: boolean;
  readonly territory: string | null;
  readonly languages: readonly string[];
  readonly reading: 'well' | 'little' | 'not' | null;
  readonly invented: boolean;
  /** The name is no name: what she wishes to be called until she claims her file. */
  readonly alias: boolean;
}

/** The columns a card is made of. */
export const cardColumns = [
  'person.id', 'person.code', 'person.name', 'person.name_other', 'person.sex', 'person.birth_year', 'person.birth_year_about',
  'person.territory_code', 'person.languages', 'person.reading', 'person.invented', 'person.alias',
] as const;

interface CardRow extends Omit<PersonCard, 'other' | 'birthYear' | 'birthYearAbout' | 'territory'> {
  readonly name_other: string | null;
  readonly birth_year: number | null;
  readonly birth_year_about: boolean;
  readonly territory_code: string | null;
}

/** Turns a row of people.person into a card. */
export const toCard = (row: CardRow): PersonCard => ({
  id: row.id, code: row.code, name: row.name, other: row.name_other, sex: row.sex, birthYear: row.birth_year,
  birthYearAbout: row.birth_year_about, territory: row.territory_code, languages: row.languages, reading: row.reading, invented: row.invented, alias: row.alias,
});

// One value for all: a list of a hundred thousand has more members than a statement has places for values.
const oneOf = (ids: readonly string[]) => sql<boolean>`person.id = any(${[...new Set(ids)]}::uuid[])`;

/** The cards of these files as they are written, merged or not; those the reader may not see are simply missing. */
export async function cardsAsWritten(tx: AnyTx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  if (ids.length === 0) return new Map();
  const rows = await within<PeopleTables>(tx).selectFrom('people.person as person')
    .select(cardColumns).where(oneOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, toCard(row)]));
}

/**
 * The cards of several persons by the ids asked for; those the reader may not see are simply missing. A file that was merged gives the
 * card of the one that stands for it, with that one's id.
 */
export async function peopleByIds(tx: AnyTx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  if (ids.length === 0) return new Map();
  const rows = await within<PeopleTables>(tx).selectFrom('people.person as person')
    .leftJoin('core.same_person as same', (join) => join.onRef('same.network_id', '=', 'person.network_id').onRef('same.person_id', '=', 'person.id'))
    .select([...cardColumns, 'same.survivor_id']).where(oneOf(ids)).execute();
  const survivors = await cardsAsWritten(tx, rows.flatMap(({ id, survivor_id: survivor }) => (survivor && survivor !== id ? survivor : [])));
  return new Map(rows.map((row) => [row.id, survivors.get(row.survivor_id ?? '') ?? toCard(row)]));
}

/** One person's card, that of the surviving file when hers was merged; undefined when she is absent or not enrolled where the reader stands. */
export async function personCard(tx: AnyTx, id: string): Promise<PersonCard | undefined> {
  return (await peopleByIds(tx, [id])).get(id);
}
