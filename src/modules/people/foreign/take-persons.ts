import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import { insertMany } from '#core/db/insert-many.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { Likeness } from '#core/text/same-person.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { consentLengths, daysAfter } from '../consent/consent-length.ts';
import { builtInVersion } from '../consent/notice-told.ts';
import { markKindOf, markOf } from '../contact/contact-mark.ts';
import { isMarked } from '../contact/read-contact.ts';
import { wordsOf } from '../matching/name-words.ts';
import { codeSecrets, newCode } from '../matching/told-code.ts';
import type { PeopleTables } from '../people.ts';
import type { ForeignPerson } from './foreign-person.ts';
import { type Double, likelyDoubles } from './likely-doubles.ts';

/** What became of one person of a file. */
export interface TakenPerson {
  /** Her id; null when she was not taken. */
  readonly person: string | null;
  /** Who is most likely the same. */
  readonly double: Double | undefined;
}

interface Taking {
  readonly importId: string;
  readonly language: string;
  /** Take also those who are most likely known already. */
  readonly doubles: boolean;
  /** Who stays out, when likeness alone does not decide; whoever is strongly alike when absent. */
  readonly staysOut?: (double: Double) => boolean;
  /** Who is told of although names speak against it. */
  readonly tellsAlso?: (likeness: Likeness) => boolean;
}

/** What became of each person of a file, and when all of them are written. */
interface Taken {
  readonly taken: readonly TakenPerson[];
  /** To be waited for before the transaction ends; what comes meanwhile on the same connection stands behind it. */
  readonly written: Promise<unknown>;
}

/** Persons compared before the ones before them are written: few enough that the database begins early. */
const atOnce = 250;

/**
 * Registers persons of a file at the hub where one stands, a few hundred at a time, hidden until the import is published. Nobody is
 * ever merged: one who is most likely known stays out, unless the officer said to take her all the same.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function takePersons(doing: Doing<any>, persons: readonly ForeignPerson[], taking: Taking): Promise<Taken> {
  const here = { ...doing, hub: doing.hub, blind: eachOnce(doing.blind), tx: within<PeopleTables>(doing.tx as AnyTx) } as Doing<PeopleTables>;
  const { staysOut = ({ strength }: Double) => strength === 'strong' } = taking;
  const lengths = await consentLengths(here.tx, here.network);
  const find = await likelyDoubles(here, persons, taking.tellsAlso);
  // Whoever has no birth year is looked for among all of the hub: then nobody of this list may stand there yet.
  const part = persons.every(({ birthYear }) => birthYear) ? atOnce : Math.max(1, persons.length);
  const taken: TakenPerson[] = [];
  const writing: Promise<unknown>[] = [];
  for (let from = 0; from < persons.length; from += part) {
    const found = (await find(from, from + part)).map((double): TakenPerson => ({ person: double && staysOut(double) && !taking.doubles ? null : newId(doing.now.getTime()), double }));
    taken.push(...found);
    const fresh = found.flatMap(({ person: id }, at) => (id ? [{ id, person: persons[from + at]!, code: newCode() }] : []));
    writing.push(writeAll(here, fresh, taking, lengths));
    // What is compared next is compared while the database writes these.
    await turn();
  }
  const written = Promise.all(writing);
  // Whoever waits for it hears of what failed; until then it is nobody's surprise.
  written.catch(() => {});
  return { taken, written };
}

/** Writes persons, and how to reach them; their keys are made in the other database meanwhile. */
async function writeAll(here: Doing<PeopleTables>, fresh: readonly Fresh[], taking: Taking, lengths: ConsentLengths): Promise<void> {
  const sealed = sealContacts(here, fresh);
  sealed.catch(() => {});
  await Promise.race([sealed, turn()]);
  const people = writePersons(here, fresh, taking);
  people.catch(() => {});
  // Her row is on its way before anything that points at it.
  await turn();
  await Promise.all([people, sealed.then((contacts) => writeContacts(here, contacts, taking, lengths))]);
}

/** The same fingerprint is asked for when she is compared and when she is written: it is made once. */
function eachOnce(blind: Doing<unknown>['blind']): Doing<unknown>['blind'] {
  const made = new Map<string, Buffer>();
  return (label, word) => {
    const key = `${label}\0${word}`;
    const known = made.get(key) ?? blind(label, word);
    made.set(key, known);
    return known;
  };
}

type ConsentLengths = Awaited<ReturnType<typeof consentLengths>>;
interface Fresh { readonly id: string; readonly person: ForeignPerson; readonly code: string }

async function writePersons({ tx, network, hub, now, blind, actor }: Doing<PeopleTables>, fresh: readonly Fresh[], { importId }: Taking): Promise<void> {
  const same = { network_id: network, import_id: importId, since: now };
  const persons = insertMany(tx, 'people.person', {
    network_id: 'uuid', id: 'uuid', code: 'text', name: 'text', name_other: 'text', birth_year: 'smallint', birth_year_about: 'boolean', sex: 'text', territory_code: 'text',
    languages: 'text[]', invented: 'boolean', norm_version: 'smallint', since: 'timestamptz', import_id: 'uuid',
  }, fresh.map(({ id, code, person }) => ({ id, code, name: person.name, name_other: person.nameOther, birth_year: person.birthYear, sex: person.sex, territory_code: person.territory })),
  { same: { ...same, birth_year_about: false, languages: [], invented: actor.app === 'demo', norm_version: normVersion } });
  const enrolments = insertMany(tx, 'people.enrolment', { network_id: 'uuid', id: 'uuid', hub_id: 'uuid', person_id: 'uuid', via: 'text', since: 'timestamptz', import_id: 'uuid' },
    fresh.map(({ id }) => ({ id: newId(), person_id: id })), { same: { ...same, hub_id: hub, via: 'registered' } });
  // What comes next is made ready while the database writes what came before.
  await Promise.race([Promise.all([persons, enrolments]), turn()]);
  const words = fresh.flatMap(({ id, person }) => wordsOf(blind, { names: person.nameOther ? [person.name, person.nameOther] : [person.name], birthYear: person.birthYear }).map((word) => ({ id, word })));
  const named = sql`insert into people.name_word (network_id, hub_id, word, person_id, import_id)
    select ${network}::uuid, ${hub}::uuid, w.word, w.person, ${importId}::uuid from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ id }) => id)}::uuid[]) as w (word, person)`.execute(tx);
  await Promise.race([named, turn()]);
  const codes = fresh.map(({ id, code, person }) => codeSecrets({ network, blind }, code, person.birthYear, id));
  const told = sql`insert into people.told_code (network_id, blind, sealed_person)
    select ${network}::uuid, c.blind, c.sealed from unnest(${codes.map((each) => each.blind)}::bytea[], ${codes.map((each) => each.sealed)}::bytea[]) as c (blind, sealed)`.execute(tx);
  await Promise.all([persons, enrolments, named, told]);
}

/** Seals contacts under each person's own key. */
async function sealContacts({ vault }: Doing<PeopleTables>, fresh: readonly Fresh[]) {
  const reached = fresh.filter(({ person }) => person.contacts.length > 0);
  await vault.makeReady(reached.map(({ id }) => id));
  return Promise.all(reached.flatMap(({ id: person, person: { contacts: said } }) => said.map(async (contact) => {
    const id = newId();
    return { id, person, contact, sealed: await vault.seal({ person, table: 'people.person_contact', column: 'sealed', row: id }, contact.value) };
  })));
}

/** Writes sealed contacts and leaves their fingerprints; with them the consent that allows it. */
async function writeContacts(
  { tx, network, hub, now, blind, actor }: Doing<PeopleTables>, contacts: Awaited<ReturnType<typeof sealContacts>>, { language }: Taking, lengths: ConsentLengths,
): Promise<void> {
  const same = { network_id: network, hub_id: hub };
  const kept = insertMany(tx, 'people.person_contact', {
    network_id: 'uuid', id: 'uuid', hub_id: 'uuid', person_id: 'uuid', kind: 'text', sealed: 'bytea', owner: 'text', shared: 'boolean', id_kind: 'text', country: 'text', set_at: 'timestamptz',
  }, contacts.map(({ id, person, sealed, contact: { kind, owner, shared, id_kind, country } }) => ({ id, person_id: person, kind, sealed, owner, shared, id_kind, country })), { same: { ...same, set_at: now } });
  await Promise.race([kept, turn()]);
  const marks = insertMany(tx, 'people.contact_mark', { network_id: 'uuid', hub_id: 'uuid', blind: 'bytea', kind: 'text', person_id: 'uuid', contact_id: 'uuid' },
    contacts.flatMap(({ id, person, contact }) => (isMarked(contact) ? [{ blind: markOf(blind, contact), kind: markKindOf(contact), person_id: person, contact_id: id }] : [])), { skip: true, same });
  const consents = insertMany(tx, 'people.consent', {
    network_id: 'uuid', id: 'uuid', hub_id: 'uuid', person_id: 'uuid', purpose: 'text', answer: 'text', channel: 'text', companion_witness: 'boolean', notice_version: 'text', language: 'text',
    answered_at: 'timestamptz', until_at: 'timestamptz', recorded_by: 'uuid',
  }, [...new Set(contacts.map(({ person }) => person))].map((person) => ({ id: newId(), person_id: person })), {
    same: {
      ...same, purpose: 'service', answer: 'given', channel: 'written', companion_witness: false, notice_version: builtInVersion, language, answered_at: now, until_at: daysAfter(now, lengths.service),
      recorded_by: actor.account,
    },
  });
  await Promise.all([kept, marks, consents]);
}

/** The fingerprints of names of an import, counted; `=` and base64 as the index of names keeps them. */
const countedNames = (network: string, importId: string, only: readonly string[] | null) => sql`
  select decode(translate(substr(w.word, 2), '-_', '+/') || '=', 'base64') as blind, count(*)::int as persons
  from people.name_word w where w.network_id = ${network} and w.import_id = ${importId} and w.word >= '=' and w.word < '>'
    and (${only}::uuid[] is null or w.person_id = any (${only}::uuid[]))
  group by 1 order by 1`;

/** At the moment an import becomes visible: the network learns that such names may be known, as at every registration. */
export async function countImported(tx: AnyTx, network: string, importId: string): Promise<void> {
  await sql`insert into people.known_name (network_id, blind, known) select ${network}::uuid, n.blind, n.persons from (${countedNames(network, importId, null)}) n
    on conflict (network_id, blind) do update set known = people.known_name.known + excluded.known`.execute(tx);
}

/** Before persons of an import are taken away for good: their names are counted out (when they were counted in), their codes go. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function forgetImported(doing: Doing<any>, importId: string, persons: readonly string[], counted: boolean): Promise<void> {
  const { tx, network, blind } = doing;
  const only = [...persons];
  if (counted) {
    await sql`update people.known_name k set known = greatest(k.known - n.persons, 0) from (${countedNames(network, importId, only)}) n
      where k.network_id = ${network} and k.blind = n.blind`.execute(tx);
  }
  const { rows } = await sql<{ id: string; code: string; birth_year: number | null }>`select id, code, birth_year from people.person where network_id = ${network} and id = any (${only}::uuid[])`.execute(tx);
  const codes = rows.map(({ id, code, birth_year }) => codeSecrets({ network, blind }, code, birth_year, id).blind);
  await sql`delete from people.told_code where network_id = ${network} and blind = any (${codes}::bytea[])`.execute(tx);
}
