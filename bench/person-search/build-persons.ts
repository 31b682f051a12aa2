import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import { blind } from '#core/crypto/blind-index.ts';
import { newId } from '#core/id.ts';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { wordsOf } from '#modules/people/matching/name-words.ts';
import { hireStaff } from '../../tests/fixtures/hire-staff.ts';
import { seededRandom } from '../seeded-random.ts';
import { firstNames, kinds, lastNames } from './names.ts';

/** Distinct persons as to name and year of birth; every person of the network is called like one of them. */
const CALLED = 8_000;

/**
 * Opens a network of hubs of equal size and writes invented persons past the actions, as the owner, with the product's own
 * normaliser for the words of their names. Every hub also has one person for each kind of search. Answers an officer of each hub.
 * With `big` the first hub holds that many instead.
 */
export async function buildPersons(house: House, count: number, perHub: number, { seed = 2028, big = perHub }: { seed?: number; big?: number } = {}): Promise<readonly Actor[]> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { ar: 'شبكة القياس', en: 'Bench' }, countries: ['TN'] });
  const officers: Actor[] = [];
  for (let n = 0; n < 1 + (count - big) / perHub; n++) {
    const { hub } = await act(house, admin, openHub, { kind: 'citess', names: { ar: `فضاء القياس ${n}`, en: `Bench hub ${n}` }, country: 'TN', territory: 'TN-43' });
    officers.push(await hireStaff({ house, network, hub }, 'desk_officer'));
  }
  const print = (label: string, word: string) => blind(house.keyFor('blind-index'), `${network}|${label}`, word);
  const called = [...kinds.map(({ name }) => ({ name, other: null, year: 1980 })), ...names(seed)]
    .map((one) => ({ ...one, words: wordsOf(print, { names: one.other ? [one.name, one.other] : [one.name], birthYear: one.year }) }));
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    // Rows are whole by construction; foreign keys would be asked twenty million times for nothing, and an index is built faster than fed.
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB';
      set max_parallel_workers_per_gather = 0; select setseed(0.2028)`);
    await owner.query(`create temp table called as select (at - 1)::int as n, (one ->> 'name') as name, (one ->> 'other') as other, (one ->> 'year')::int as year,
        array(select jsonb_array_elements_text(one -> 'words')) as words from jsonb_array_elements($1::jsonb) with ordinality as given (one, at)`, [JSON.stringify(called)]);
    await owner.query(`create temp table placed as select g as number, ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid as id, ($1::uuid[])[case when g < $6::int then 1 else 2 + (g - $6::int) / $2::int end] as hub,
        case when (g - case when g < $6::int then 0 else $6::int end) % $2::int < $3::int then (g - case when g < $6::int then 0 else $6::int end) % $2::int else $3::int + floor(power(random(), 1.6) * $4::int)::int end as n from generate_series(0, $5::int - 1) as g`,
    [officers.map(({ hub }) => hub), perHub, kinds.length, called.length - kinds.length, count, big]);
    await owner.query(`insert into people.person (network_id, id, code, name, name_other, birth_year, languages, invented, norm_version, since)
      select $1, placed.id, upper(lpad(to_hex(placed.number), 8, '0')), called.name, called.other, called.year, '{ar}', true, $2, now() - placed.number * interval '10 s'
      from placed join called using (n)`, [network, normVersion]);
    await owner.query(`insert into people.enrolment (network_id, id, hub_id, person_id, via, since)
      select $1, placed.id, placed.hub, placed.id, 'registered', now() - placed.number * interval '10 s' from placed`, [network]);
    const { rows: [key] } = await owner.query<{ words: string }>(`select pg_get_constraintdef(oid) as words from pg_constraint where conrelid = 'people.name_word'::regclass and contype = 'p'`);
    await owner.query('alter table people.name_word drop constraint name_word_pkey; drop index people.name_word_of_person');
    await owner.query(`insert into people.name_word (network_id, hub_id, word, person_id)
      select $1, placed.hub, word, placed.id from placed join called using (n) cross join lateral unnest(called.words) as word`, [network]);
    await owner.query(`alter table people.name_word add constraint name_word_pkey ${key!.words}; create index name_word_of_person on people.name_word (network_id, person_id)`);
    for (const table of ['person', 'enrolment', 'name_word']) await owner.query(`vacuum analyze people.${table}`);
  } finally {
    await owner.end();
  }
  return officers;
}

function names(seed: number): readonly { name: string; other: string | null; year: number }[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: CALLED }, () => {
    const [first, middle, last] = [pick(firstNames), random() < 0.3 ? pick(firstNames) : null, pick(lastNames)];
    const [arabic, latin] = [0, 1].map((script) => [first, middle, last].flatMap((part) => part?.[script] ?? []).join(' ')) as [string, string];
    const way = random();
    return { name: way < 0.7 ? arabic : latin, other: way < 0.3 ? latin : null, year: 1945 + Math.floor(random() * 60) };
  });
}
