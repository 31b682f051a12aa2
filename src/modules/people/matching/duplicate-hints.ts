import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { type Known, type Likeness, likelySame } from '#core/text/same-person.ts';
import { type ContactValue, markOf } from '../contact/contact-mark.ts';
import { cardsAsWritten, type PersonCard, peopleByIds } from '../person/person-card.ts';
import type { PeopleTables } from '../people.ts';
import { knownElsewhere } from './known-name.ts';
import { fingerprintWord, nameBlinds, soundsOfParts } from './name-words.ts';

/** What the officer has typed so far of the person before her. */
export interface Typed {
  readonly names: readonly string[];
  readonly birthYear?: number | null | undefined;
  readonly birthDate?: string | undefined;
  readonly sex?: PersonCard['sex'] | undefined;
  readonly territory?: string | null | undefined;
  /** Phone and ID number in their plain form, to be met by fingerprint only. */
  readonly contacts?: readonly ContactValue[];
}

export interface Candidate extends Likeness {
  readonly person: PersonCard;
}

export interface DuplicateHints {
  /** Persons of this hub who may be the same, the likeliest first, each with its reasons. */
  readonly inside: readonly Candidate[];
  /** Somebody of this name and year may be known elsewhere in the network: nothing more is ever said. */
  readonly network: boolean;
}

const mostCompared = 80;
const mostShown = 8;
const someMark = '10000001';

/** Who may be this person already: inside the hub with reasons, in the network only yes or no. Proposes, never merges. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function duplicateHints(asking: Asking<any>, typed: Typed): Promise<DuplicateHints> {
  const tx = within<PeopleTables>(asking.tx as AnyTx);
  const marks = await sharedMarks({ ...asking, tx }, typed.contacts ?? []);
  const ids = new Set([...(await sameNameAndYear({ ...asking, tx }, typed)), ...(await soundingLike({ ...asking, tx }, typed.names)), ...marks.keys()]);
  // Each file is compared as it is written; shown is the one that stands for it, once.
  const written = await cardsAsWritten(asking.tx, [...ids]);
  const alike = [...written.values()]
    .map((file) => ({ file: file.id, ...likelySame(knownOf(typed, new Set(typed.contacts?.map(({ kind }) => kind))), knownOfCard(file, typed, marks.get(file.id))) }))
    .filter(({ strength }) => strength !== 'none')
    .sort((a, b) => b.score - a.score);
  const cards = await peopleByIds(asking.tx, alike.map(({ file }) => file));
  const shown = alike.map(({ file, ...likeness }): Candidate => ({ person: cards.get(file) ?? written.get(file)!, ...likeness }));
  const inside = shown.filter(({ person }, at) => shown.findIndex((other) => other.person.id === person.id) === at).slice(0, mostShown);
  return { inside, network: await knownElsewhere({ ...asking, tx }, typed) };
}

type Kinds = ReadonlySet<ContactValue['kind']>;

const evidence = (kinds: Kinds): Pick<Known, 'phones' | 'idNumber'> => ({
  phones: kinds.has('phone') ? [someMark] : [],
  idNumber: kinds.has('id-number') ? someMark : undefined,
});

const knownOf = (typed: Typed, kinds: Kinds): Known => ({
  names: typed.names, birthYear: typed.birthYear ?? undefined, birthDate: typed.birthDate,
  sex: typed.sex === 'unknown' ? undefined : (typed.sex ?? undefined), placeCode: typed.territory ?? undefined, ...evidence(kinds),
});

/** A card's side of the comparison: a value that meets by fingerprint is given the same stand-in, so nothing is opened. */
const knownOfCard = (card: PersonCard, typed: Typed, kinds: Kinds = new Set()): Known => ({
  names: card.other ? [card.name, card.other] : [card.name], birthYear: card.birthYear ?? undefined,
  birthDate: kinds.has('birth-date') ? typed.birthDate : undefined,
  sex: card.sex === 'unknown' ? undefined : (card.sex ?? undefined), placeCode: card.territory ?? undefined, ...evidence(kinds),
});

/** Persons of the hub with the same name, however written, and the same year of birth or one beside it: never lost among the many of that name. */
async function sameNameAndYear({ tx, network, hub, blind }: Pick<Asking<PeopleTables>, 'tx' | 'network' | 'hub' | 'blind'>, { names, birthYear }: Typed): Promise<readonly string[]> {
  if (!birthYear) return [];
  const words = [birthYear, birthYear - 1, birthYear + 1].flatMap((year) => nameBlinds(blind, { names, birthYear: year }).map(fingerprintWord));
  if (words.length === 0) return [];
  const rows = await tx.selectFrom('people.name_word').select('person_id').distinct()
    .where('network_id', '=', network).where('hub_id', '=', hub).where('word', 'in', words).limit(mostCompared).execute();
  return rows.map(({ person_id: person }) => person);
}

/** Persons of the hub with at least two parts of the name heard alike (one, when only one was typed). */
async function soundingLike({ tx, network, hub }: Pick<Asking<PeopleTables>, 'tx' | 'network' | 'hub'>, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const name of names) {
    const parts = soundsOfParts(name);
    if (parts.length === 0) continue;
    const words = parts.flat();
    const numbers = parts.flatMap((sounds, part) => sounds.map(() => part));
    const { rows } = await sql<{ person_id: string }>`
      select person_id from (select distinct w.person_id, typed.part from unnest(${words}::text[], ${numbers}::int[]) as typed (word, part)
        join people.name_word w on w.network_id = ${network} and w.hub_id = ${hub} and w.word = typed.word) as heard
      group by person_id having count(*) >= ${Math.min(2, parts.length)}
      order by count(*) desc, person_id desc limit ${mostCompared}`.execute(tx);
    for (const row of rows) found.add(row.person_id);
  }
  return [...found];
}

/** Persons of the hub who share a phone, an ID number or a birth date with what was typed, by fingerprint. */
async function sharedMarks(
  { tx, network, hub, blind }: Pick<Asking<PeopleTables>, 'tx' | 'network' | 'hub' | 'blind'>, contacts: readonly ContactValue[],
): Promise<Map<string, Set<ContactValue['kind']>>> {
  const shared = new Map<string, Set<ContactValue['kind']>>();
  for (const contact of contacts) {
    const rows = await tx.selectFrom('people.contact_mark').select('person_id').where('network_id', '=', network)
      .where('hub_id', '=', hub).where('blind', '=', markOf(blind, contact)).limit(mostCompared).execute();
    for (const { person_id: person } of rows) shared.set(person, (shared.get(person) ?? new Set()).add(contact.kind));
  }
  return shared;
}
