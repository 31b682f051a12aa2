import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { type Known, type Likeness, likelySame } from '#core/text/same-person.ts';
import { isMarked } from '../contact/read-contact.ts';
import { markOf } from '../contact/contact-mark.ts';
import { duplicateHints } from '../matching/duplicate-hints.ts';
import { fingerprintWord, nameBlinds } from '../matching/name-words.ts';
import { peopleByIds, type PersonCard } from '../person/person-card.ts';
import type { PeopleTables } from '../people.ts';
import type { ForeignPerson } from './foreign-person.ts';

type Here = Asking<PeopleTables>;

/** Somebody who is likely the same: a person of the hub, or an earlier row of these. */
export interface Double extends Likeness {
  readonly person: string | null;
  readonly row: number | null;
}

const names = new WeakMap<object, readonly string[]>();

/** Her names, always as the same list: it is read once, however many she is compared with. */
function namesOf(one: ForeignPerson | PersonCard): readonly string[] {
  const kept = names.get(one);
  if (kept) return kept;
  const other = 'other' in one ? one.other : one.nameOther;
  const list = other ? [one.name, other] : [one.name];
  names.set(one, list);
  return list;
}

const someMark = '10000001';

/** Finds doubles of a part of a list, from a row up to (not with) another; the parts are asked for in their order. */
export type FindDoubles = (from: number, until: number) => Promise<readonly (Double | undefined)[]>;

/**
 * For each person of a list, who is most likely the same, in the hub or earlier in the list; undefined for nobody. The comparison is
 * the desk's own. Who is compared: whoever shares the name's fingerprint with the same birth year or one beside it, a phone, a paper
 * or a birth date; for somebody without a birth year, whoever sounds alike, as at the desk. `also` says of whom names speak against it
 * whether she is told all the same. The hub is asked once, before the first part: what is written after that of these persons changes nothing.
 */
export async function likelyDoubles(asking: Here, persons: readonly ForeignPerson[], also: (likeness: Likeness) => boolean = () => false): Promise<FindDoubles> {
  const keys = persons.map((person) => keysOf(asking, person));
  const met = await metInHub(asking, keys);
  const cards = await peopleByIds(asking.tx, [...new Set(met.flatMap((each) => [...each.keys()]))]);
  const earlier = new Map<string, number[]>();
  const doubleOf = async (person: ForeignPerson, at: number): Promise<Double | undefined> => {
    const typed = knownTyped(person);
    const inHub = [...met[at]!].flatMap(([id, marks]) => { const card = cards.get(id); return card ? [{ person: id, row: null, ...likelySame(typed, knownCard(card, person, marks)) }] : []; });
    const before = new Set(keys[at]!.flatMap((key) => earlier.get(key.key) ?? []));
    const inList = [...before].map((row) => ({ person: null, row, ...likelySame(typed, knownRow(persons[row]!, person)) }));
    for (const { key } of keys[at]!) earlier.set(key, [...(earlier.get(key) ?? []), at].slice(-40));
    const best = [...inHub, ...inList].filter((one) => one.strength !== 'none' || also(one)).sort((a, b) => b.score - a.score)[0];
    return best ?? (person.birthYear ? undefined : soundingAlike(asking, person));
  };
  return async (from, until) => {
    const doubles: (Double | undefined)[] = [];
    for (const [at, person] of persons.slice(from, until).entries()) doubles.push(await doubleOf(person, from + at));
    return doubles;
  };
}

interface Key { readonly key: string; readonly kind: 'name' | 'phone' | 'id-number' | 'birth-date'; readonly blind: Buffer }

function keysOf({ blind }: Here, person: ForeignPerson): readonly Key[] {
  const years = person.birthYear ? [person.birthYear, person.birthYear - 1, person.birthYear + 1] : [];
  const names = years.flatMap((birthYear) => nameBlinds(blind, { names: namesOf(person), birthYear }));
  const marks = person.contacts.filter(isMarked).map((contact) => ({ kind: contact.kind, blind: markOf(blind, contact) }));
  return [...names.map((print) => ({ kind: 'name' as const, blind: print })), ...marks].map((each) => ({ ...each, key: `${each.kind} ${each.blind.toString('base64')}` }));
}

/** For each person, whom of the hub she meets by a key, and by which kinds of contact. */
async function metInHub({ tx, network, hub }: Here, keys: readonly (readonly Key[])[]): Promise<readonly Map<string, Set<string>>[]> {
  const met = keys.map(() => new Map<string, Set<string>>());
  const named = keys.flatMap((each, row) => each.filter(({ kind }) => kind === 'name').map(({ blind }) => ({ row, word: fingerprintWord(blind) })));
  const marked = keys.flatMap((each, row) => each.filter(({ kind }) => kind !== 'name').map(({ kind, blind }) => ({ row, kind, blind })));
  // Each is looked up by its key (`offset 0`): while a file comes in, nobody has counted yet how much the tables hold.
  const { rows: byName } = await sql<{ row: number; person_id: string }>`select given.row, w.person_id from unnest(${named.map(({ row }) => row)}::int[], ${named.map(({ word }) => word)}::text[]) as given (row, word)
    cross join lateral (select n.person_id from people.name_word n where n.network_id = ${network} and n.hub_id = ${hub} and n.word = given.word offset 0) w`.execute(tx);
  for (const { row, person_id: person } of byName) met[row]!.set(person, met[row]!.get(person) ?? new Set());
  const { rows: byMark } = await sql<{ row: number; kind: string; person_id: string }>`select given.row, given.kind, m.person_id
    from unnest(${marked.map(({ row }) => row)}::int[], ${marked.map(({ kind }) => kind)}::text[], ${marked.map(({ blind }) => blind)}::bytea[]) as given (row, kind, blind)
    cross join lateral (select c.person_id from people.contact_mark c where c.network_id = ${network} and c.hub_id = ${hub} and c.blind = given.blind offset 0) m`.execute(tx);
  for (const { row, kind, person_id: person } of byMark) met[row]!.set(person, (met[row]!.get(person) ?? new Set()).add(kind));
  return met;
}

const evidence = (kinds: ReadonlySet<string>): Pick<Known, 'phones' | 'idNumber'> => ({ phones: kinds.has('phone') ? [someMark] : [], idNumber: kinds.has('id-number') ? someMark : undefined });

const sexOf = (sex: string | null): 'female' | 'male' | undefined => (sex === 'female' || sex === 'male' ? sex : undefined);

const knownTyped = (person: ForeignPerson): Known => ({
  names: namesOf(person), birthYear: person.birthYear ?? undefined, birthDate: person.birthDate ?? undefined, sex: sexOf(person.sex), placeCode: person.territory ?? undefined,
  ...evidence(new Set(person.contacts.map(({ kind }) => kind))),
});

const knownCard = (card: PersonCard, typed: ForeignPerson, kinds: ReadonlySet<string>): Known => ({
  names: namesOf(card), birthYear: card.birthYear ?? undefined, birthDate: kinds.has('birth-date') ? (typed.birthDate ?? undefined) : undefined,
  sex: sexOf(card.sex), placeCode: card.territory ?? undefined, ...evidence(kinds),
});

/** An earlier row beside this one: contacts count where both say the same. */
const knownRow = (row: ForeignPerson, typed: ForeignPerson): Known => ({
  ...knownTyped(row),
  ...evidence(new Set(row.contacts.filter((one) => typed.contacts.some(({ kind, value }) => kind === one.kind && value === one.value)).map(({ kind }) => kind))),
});

async function soundingAlike(asking: Here, person: ForeignPerson): Promise<Double | undefined> {
  const { inside } = await duplicateHints(asking, { names: namesOf(person), sex: person.sex ?? undefined, territory: person.territory, contacts: person.contacts.filter(isMarked) });
  const best = inside[0];
  return best && { person: best.person.id, row: null, score: best.score, strength: best.strength, reasons: best.reasons };
}
