import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { foldDigits } from '#core/text/fold.ts';
import { type QueryWord, readSearchQuery, wordsToDrop } from '#core/text/search-query.ts';
import { skeletonMark } from '#core/text/tokens.ts';
import { hubCard } from '#modules/network/public.ts';
import { markOf } from '../contact/contact-mark.ts';
import { survivorOf } from '../identity/survivor-of.ts';
import { readPhone } from '../contact/phone-number.ts';
import { readCode } from '../matching/told-code.ts';
import { type PersonCard, peopleByIds } from '../person/person-card.ts';
import type { PeopleTables } from '../people.ts';

type Here = Asking<PeopleTables>;

/** Which persons of the hub answer what was typed: their ids in order, one page of them, and how many there are in all. */
export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  /** Nothing answered every word; one word was left out. */
  readonly loose: boolean;
}

/** Where in the list of answers a page starts, and how long it is. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/**
 * Finds persons of the hub where one stands by name in any spelling or script, file code, or a phone whose owner's contact is
 * open to this desk. A few at most, the likeliest first; empty for nothing typed.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function findPeople(asking: Asking<any>, typed: string, limit = 12): Promise<readonly PersonCard[]> {
  const { ids } = await searchPeople(within<PeopleTables>(asking.tx as AnyTx), asking, typed, { limit, offset: 0 });
  const cards = await peopleByIds(asking.tx, ids);
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** The search behind every box where somebody types a person: code, then phone, then name; then name with one word less. */
export async function searchPeople(tx: Here['tx'], asking: Pick<Here, 'network' | 'hub' | 'blind'>, typed: string, window: Window): Promise<Found> {
  const byCode = await standing(tx, await ofCode(tx, asking, typed));
  if (byCode.length > 0) return { ids: byCode, total: byCode.length, loose: false };
  if (/^[+\d\s().-]{8,20}$/u.test(foldDigits(typed).trim())) return ofPhone(tx, asking, typed);
  const { words } = readSearchQuery(typed);
  if (words.length === 0) return { ids: [], total: 0, loose: false };
  const strict = await ofWords(tx, asking, words, window);
  if (strict.total > 0) return { ...strict, loose: false };
  for (const left of wordsToDrop({ words })) {
    const fewer = await ofWords(tx, asking, words.filter((_, at) => at !== left), window);
    if (fewer.total > 0) return { ...fewer, loose: true };
  }
  return { ids: [], total: 0, loose: false };
}

async function ofCode(tx: Here['tx'], { network, hub }: Pick<Here, 'network' | 'hub'>, typed: string): Promise<string[]> {
  const code = readCode(typed);
  if (!code) return [];
  const rows = await tx.selectFrom('people.person as person')
    .innerJoin('people.enrolment as enrolment', (join) => join.onRef('enrolment.network_id', '=', 'person.network_id').onRef('enrolment.person_id', '=', 'person.id'))
    .select('person.id').where('person.network_id', '=', network).where('person.code', '=', code).where('enrolment.hub_id', '=', hub).execute();
  return rows.map(({ id }) => id);
}

/** Persons with this phone whose contact is open to this desk: row-level security on the sealed value decides. */
async function ofPhone(tx: Here['tx'], { network, hub, blind }: Pick<Here, 'network' | 'hub' | 'blind'>, typed: string): Promise<Found> {
  const country = (await hubCard(tx, hub))?.country ?? '';
  const value = readPhone(typed, country);
  if (!value) return { ids: [], total: 0, loose: false };
  const rows = await tx.selectFrom('people.contact_mark as mark')
    .innerJoin('people.person_contact as contact', (join) => join.onRef('contact.network_id', '=', 'mark.network_id').onRef('contact.id', '=', 'mark.contact_id'))
    .select('mark.person_id').distinct().where('mark.network_id', '=', network).where('mark.hub_id', '=', hub)
    .where('mark.blind', '=', markOf(blind, { kind: 'phone', value })).where('contact.ended_at', 'is', null).execute();
  const ids = await standing(tx, rows.map(({ person_id: id }) => id));
  return { ids, total: ids.length, loose: false };
}

/** Each file's survivor, once. */
const standing = async (tx: Here['tx'], ids: readonly string[]): Promise<string[]> => [...new Set((await survivorOf(tx, ids)).values())];

const writtenScore = 1;
const beginningScore = 0.7;
const heardScore = 0.5;

interface Form {
  readonly from: string;
  readonly to: string;
  readonly part: number;
  readonly score: number;
}

/**
 * The forms in which the index may hold a typed word, each as a span of words: one word, or every word that begins so. Whoever is
 * called by the word as written is in the index by its stem as well, so that the stem alone is asked.
 */
function formsOf({ word, stem, skeletons, unfinished }: QueryWord, part: number): readonly Form[] {
  const exact = (each: string, score: number): Form => ({ from: each, to: `${each}\u0001`, part, score });
  return [
    exact(stem, writtenScore),
    ...skeletons.filter((each) => each.length > skeletonMark.length + 1).map((each) => exact(each, heardScore)),
    ...(unfinished && word.length >= 3 ? [{ from: word, to: `${word}\u{10ffff}`, part, score: beginningScore }] : []),
  ];
}

/**
 * Persons for whom every typed word is there in some form; the best written first, then the newest. `offset 0` has each span read
 * from the index by itself: the planner takes a span for a ninth of the hub, and of a dozen of them it would rather read the whole hub.
 */
async function ofWords(
  tx: Here['tx'], { network, hub }: Pick<Here, 'network' | 'hub'>, words: readonly QueryWord[], { limit, offset }: Window,
): Promise<Omit<Found, 'loose'>> {
  const forms = words.flatMap(formsOf);
  const { rows } = await sql<{ person_id: string; total: bigint }>`
    with met as (
      select w.person_id, form.part, max(form.score) as score
      from unnest(${forms.map(({ from }) => from)}::text[], ${forms.map(({ to }) => to)}::text[],
        ${forms.map(({ part }) => part)}::int[], ${forms.map(({ score }) => score)}::real[]) as form (low, high, part, score)
      cross join lateral (select person_id from people.name_word
        where network_id = ${network} and hub_id = ${hub} and word >= form.low and word < form.high offset 0) as w
      group by w.person_id, form.part
    )
    , hit as (select person_id, sum(score) as score from met group by person_id having count(*) = ${words.length})
    -- A merged file is found by its own words and answers with the one that stands for it, where that one is received too.
    , stands as (select coalesce(e.person_id, hit.person_id) as person_id, max(hit.score) as score from hit
      left join core.same_person same on same.network_id = ${network} and same.person_id = hit.person_id and same.into_id is not null
      left join people.enrolment e on e.network_id = ${network} and e.hub_id = ${hub} and e.person_id = same.survivor_id
      group by 1)
    select person_id, count(*) over () as total from stands
    order by score desc, person_id desc limit ${limit} offset ${offset}`.execute(tx);
  return { ids: rows.map(({ person_id: id }) => id), total: Number(rows[0]?.total ?? 0) };
}
