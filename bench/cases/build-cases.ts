import pg from 'pg';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { hireStaff } from '../../tests/fixtures/hire-staff.ts';

/** One hub of the bench with who leads it and who accompanies there. */
export interface BenchHub {
  readonly hub: string;
  readonly network: string;
  readonly supervisor: Actor;
  readonly coaches: readonly Actor[];
}

const COACHES = 6;

/**
 * Opens a network and writes files past the actions, as the owner: three in ten are open with a goal, two steps, a session to come, three acts
 * and a follow-up; one open file in ten waits for somebody; `grants` leaves to read notes. One thing in four is late.
 */
export async function buildCases(house: House, { count, perHub, grants }: { count: number; perHub: number; grants: number }): Promise<readonly BenchHub[]> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { en: 'Bench' }, countries: ['TN'] });
  const hubs: BenchHub[] = [];
  for (let n = 0; n < count / perHub; n++) {
    const { hub } = await act(house, admin, openHub, { kind: 'citess', names: { en: `Bench hub ${n}` }, country: 'TN', territory: 'TN-43' });
    const at = { house, network, hub };
    hubs.push({ hub, network, supervisor: await hireStaff(at, 'supervisor'), coaches: await Promise.all(Array.from({ length: COACHES }, () => hireStaff(at, 'coach'))) });
  }
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; select setseed(0.30)`);
    await owner.query(`create temp table placed as select g as n, ('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid as id, ($1::uuid[])[1 + g / $3] as hub,
        ($2::uuid[])[1 + (g / $3) * ${COACHES} + g % ${COACHES}] as coach, random() < 0.3 as open, random() as chance from generate_series(0, $4::int - 1) as g`,
    [hubs.map(({ hub }) => hub), hubs.flatMap(({ coaches }) => coaches.map(({ account }) => account)), perHub, count]);
    await owner.query('analyze placed');
    const day = `(current_date + case when chance < 0.25 then -5 else 10 end + n % 5)`;
    const of = `'${network}'::uuid, `;
    const rows: readonly string[] = [
      `people.person (network_id, id, code, name, languages, invented, norm_version, since) select ${of} id, upper(lpad(to_hex(n), 8, '0')), 'شخص ' || n, '{ar}', true, ${normVersion}, now() from placed`,
      `people.enrolment (network_id, id, hub_id, person_id, via, since) select ${of} id, hub, id, 'registered', now() - n * interval '10 s' from placed`,
      `accompaniment.case_file (network_id, id, hub_id, kind, person_id, key_owner_id, opened_from, opened_at, state, state_at, next_on)
        select ${of} id, hub, (array['project', 'work', 'daily_life'])[1 + n % 3], id, id, 'file', now() - n * interval '20 s',
        case when open then case when n % 10 = 0 then 'oriented' else 'in_accompaniment' end else (array['graduated', 'dropped_out', 'closed'])[1 + n % 3] end, now(), case when open then ${day} end from placed`,
      `accompaniment.assignment (network_id, id, hub_id, case_id, person_id, account_id, part, state, proposed_at, answered_at, ended_at)
        select ${of} id, hub, id, id, coach, 'main', case when open then 'accepted' else 'ended' end, now(), now(), case when not open then now() end from placed where not (open and n % 10 = 0)`,
      `accompaniment.goal (network_id, id, hub_id, case_id, area, words, state, added_at) select ${of} id, hub, id, 'market', 'هدف', 'open', now() from placed where open`,
      ...[1, 2].map((turn) => `accompaniment.step (network_id, id, hub_id, case_id, goal_id, words, who, due_on, done_at, added_at)
        select ${of} overlay(id::text placing '${turn}' from 20 for 1)::uuid, hub, id, id, 'خطوة', 'she', ${day}, ${turn === 1 ? 'null' : 'now()'}, now() from placed where open`),
      `accompaniment.session (network_id, id, hub_id, case_id, place, planned_at, state, added_at) select ${of} id, hub, id, 'hub', now() + (n % 30) * interval '1 day', 'planned', now() from placed where open`,
      ...[1, 2, 3].map((turn) => `accompaniment.act (network_id, id, hub_id, case_id, act, minutes, on_day, recorded_at)
        select ${of} overlay(id::text placing '${turn}' from 20 for 1)::uuid, hub, id, (array['accompaniment', 'legal', 'marketing'])[${turn}], 45, current_date, now() from placed where open`),
      `accompaniment.follow_up (network_id, id, hub_id, case_id, what, due_on, added_at) select ${of} id, hub, id, 'call', ${day}, now() from placed where open`,
      `accompaniment.life_grant (network_id, id, hub_id, case_id, account_id, purpose, granted_by, from_at, until_at)
        select ${of} id, hub, id, coach, 'cover', id, now() - interval '1 day', now() + interval '30 days' from placed where n % ${Math.max(1, Math.floor(count / grants))} = 0`,
    ];
    for (const row of rows) await owner.query(`insert into ${row}`);
    for (const table of ['people.person', 'people.enrolment', ...['case_file', 'assignment', 'goal', 'step', 'session', 'act', 'follow_up', 'life_grant', 'approval', 'outcome', 'diagnosis'].map((name) => `accompaniment.${name}`)]) await owner.query(`vacuum analyze ${table}`);
    // The peer reads as the owner, without policies; the house's login stays under them.
    for (const table of ['people.person', 'network.account', ...['case_file', 'assignment', 'goal', 'step', 'session', 'act', 'follow_up', 'life_grant', 'approval', 'outcome', 'diagnosis'].map((name) => `accompaniment.${name}`)]) await owner.query(`alter table ${table} no force row level security`);
  } finally {
    await owner.end();
  }
  return hubs;
}
