import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { openCohort } from '#modules/incubation/cohort/open-cohort.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { hireStaff } from '#tests/fixtures/hire-staff.ts';
import { openCall } from '#tests/fixtures/open-call.ts';

/** A hub with one call that a hundred thousand answered, and one that is still open; who works there. */
export interface BenchCall {
  readonly network: string;
  readonly hub: string;
  /** Judged by two jurors each, not ranked yet. */
  readonly call: string;
  /** Open, with drafts. */
  readonly open: string;
  readonly cohort: string;
  readonly manager: Actor;
  readonly officer: Actor;
  readonly coach: Actor;
  readonly applications: number;
}

const JURORS = 40;
const provinces = ['MA-LAA', 'MA-BOD', 'MA-TAF', 'MA-ESM'];
/** Of the open call. */
export const DRAFTS = 2_000;
const PLACED = 300;

/**
 * Opens a network and a hub, two calls by actions, then writes applications past the actions, as the owner: persons of four provinces, three
 * answers, two automatic criteria, two jurors of forty each; a cohort of those an earlier call selected.
 */
export async function buildApplications(house: House, count: number): Promise<BenchCall> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { fr: 'Réseau d’essai' }, countries: ['MA'] });
  const { hub } = await act(house, admin, openHub, { kind: 'reference-incubator', country: 'MA', territory: 'MA-LAA', names: { fr: 'Incubateur d’essai' } });
  const at = { house, network, hub };
  const [manager, officer, coach] = [await hireStaff(at, 'hub_manager'), await hireStaff(at, 'desk_officer'), await hireStaff(at, 'coach')];
  const world = { house, console: { ...admin, hub } } as Parameters<typeof openCall>[0];
  const quotas = [...provinces.map((value, n) => ({ dimension: 'territory', value, rule: 'at_most' as const, places: 12_000 - n * 1_000 })), { dimension: 'sex', value: 'female', rule: 'at_least' as const, places: 25_000 }, { dimension: 'stage', value: 'existing', rule: 'at_most' as const, places: 9_000 }];
  const { call } = await openCall(world, manager, { code: 'grand-appel', places: 36_000, quotas });
  const { call: open } = await openCall(world, manager, { code: 'appel-ouvert', places: 300 });
  const { cohort } = await act(house, manager, openCohort, { call, names: { fr: 'Promotion d’essai' }, from_on: '2026-01-01', until_on: '2027-12-31', places: PLACED });
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; select setseed(0.30)`);
    const jurors = (await Promise.all(Array.from({ length: JURORS }, () => hireStaff(at, 'hub_manager')))).map(({ account }) => account!);
    const { rows: reserved } = await owner.query<{ id: string; value: string }>('select id, value from incubation.quota where network_id = $1 and call_id = $2', [network, call]);
    const quota = (value: string): string => reserved.find((one) => one.value === value)!.id;
    await owner.query(`create temp table applied as select g as n, ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid as id, case when g < $1::int then $2::uuid else $3::uuid end as call, g >= $1::int as drafted,
        ($4::text[])[1 + floor(random() ^ 1.5 * 4)::int] as place, case when random() < 0.7 then 'female' else 'male' end as sex, 18 + floor(random() * 45)::int as age, case when random() < 0.75 then 'idea' else 'existing' end as stage,
        floor(random() * 4)::int as situation, random() as chance, floor(random() * ${JURORS})::int as juror from generate_series(0, $1::int + ${DRAFTS} - 1) as g`, [count, call, open, provinces]);
    await owner.query('analyze applied');
    const of = `'${network}'::uuid, `;
    const here = `${of} '${hub}'::uuid, `;
    const receipt = `translate(upper(lpad(to_hex(n), 8, '0')), '0', 'T')`;
    const state = `case when drafted then 'draft' when n < ${PLACED} then 'incubating' when chance < 0.01 then 'ineligible' when chance < 0.012 then 'withdrawn' else 'applied' end`;
    const rows: readonly string[] = [
      `people.person (network_id, id, code, name, languages, invented, norm_version, since) select ${of} id, upper(lpad(to_hex(n), 8, '0')), 'شخص ' || n, '{ar}', true, ${normVersion}, now() from applied`,
      `people.enrolment (network_id, id, hub_id, person_id, via, since) select ${of} id, '${hub}'::uuid, id, 'registered', now() - n * interval '10 s' from applied`,
      `incubation.application (network_id, hub_id, id, call_id, receipt, applicant, person_id, state, state_at, stage, territory_code, sex, age, members, counts_for, version, begun_at, submitted_at)
        select ${here} id, call, ${receipt}, 'person', id, ${state}, now() - n * interval '3 s', stage, place, sex, age, 1,
        array_remove(array[case place ${provinces.map((code) => `when '${code}' then '${quota(code)}'::uuid`).join(' ')} end, case when sex = 'female' then '${quota('female')}'::uuid end, case when stage = 'existing' then '${quota('existing')}'::uuid end], null),
        1, now() - n * interval '3 s', case when not drafted then now() - n * interval '3 s' end from applied`,
      `incubation.applicant (network_id, hub_id, call_id, application_id, person_id, part, sex, joined_at) select ${here} call, id, id, 'lead', sex, now() from applied`,
      ...[['stage', 'stage'], ['situation', `(array['out-of-work', 'at-home', 'student', 'own-work'])[1 + situation]`], ['training', `'yes'`]].map(([question, answer]) =>
        `incubation.answer (network_id, hub_id, application_id, person_id, question, said, version, saved_at) select ${here} id, id, '${question}', to_jsonb(${answer}::text), 1, now() from applied`),
      `incubation.points (network_id, hub_id, call_id, application_id, criterion, points, why) select ${here} call, id, 'situation', (array[10, 8, 5, 2])[1 + situation], '{"reads": "situation"}' from applied where not drafted`,
      `incubation.points (network_id, hub_id, call_id, application_id, criterion, points, why) select ${here} call, id, 'age', case when age <= 25 then 10 when age <= 35 then 8 when age <= 45 then 6 else 4 end, '{"reads": "age"}' from applied where not drafted`,
      `incubation.jury_member (network_id, hub_id, id, call_id, account_id, from_at, checked_at) select ${here} gen_random_uuid(), '${call}'::uuid, who, now(), now() from unnest('{${jurors.join(',')}}'::uuid[]) as who`,
      ...[0, 1].map((turn) => `incubation.rubric_score (network_id, hub_id, call_id, application_id, criterion, account_id, points, scored_at)
        select ${here} call, id, 'project', ('{${jurors.join(',')}}'::uuid[])[1 + (juror + ${turn} * 7) % ${JURORS}], greatest(0, floor(random() * 21)::int - juror % 5), now() from applied where not drafted`),
      `incubation.reached (network_id, hub_id, call_id, application_id, state, at) select ${here} call, id, 'applied', now() from applied where not drafted`,
      `incubation.cohort_place (network_id, hub_id, id, cohort_id, application_id, person_id, coach_id, joined_at) select ${here} id, '${cohort}'::uuid, id, id, '${coach.account}'::uuid, now() from applied where n < ${PLACED}`,
      ...[1, 2, 3].map((turn) => `incubation.perhaps_twice (network_id, hub_id, call_id, application_id, first_id, score, reasons)
        select ${here} call, id, ('01900000-0000-7000-8000-' || lpad(to_hex(n + 1), 12, '0'))::uuid, 60, '{same-name}' from applied where not drafted and n % 300 = ${turn}`),
    ];
    for (const row of rows) await owner.query(`insert into ${row}`);
    // No trigger ran.
    await owner.query('insert into incubation.application_count select network_id, hub_id, gen_random_uuid(), call_id, null, state, territory_code, sex, count(*), sum(members) from incubation.application where network_id = $1 group by network_id, hub_id, call_id, state, territory_code, sex', [network]);
    await owner.query('insert into incubation.score_count select network_id, hub_id, call_id, account_id, criterion, count(*) from incubation.rubric_score where network_id = $1 group by network_id, hub_id, call_id, account_id, criterion', [network]);
    await owner.query(`update incubation.call set state = 'scored' where network_id = $1 and id = $2`, [network, call]);
    const { rows: tables } = await owner.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'incubation' or (schemaname, tablename) in (('people', 'person'), ('people', 'enrolment'))`);
    for (const { name } of tables) await owner.query(`vacuum analyze ${name}`);
    // The peer reads as the owner, without policies; the house's login stays under them.
    for (const { name } of tables) await owner.query(`alter table ${name} no force row level security`);
  } finally {
    await owner.end();
  }
  return { network, hub, call, open, cohort, manager, officer, coach, applications: count };
}
