import pg from 'pg';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';

/** A network of the bench: its hubs, its months, how many events were told. */
export interface BuiltEvents { readonly network: string; readonly hubs: readonly string[]; readonly months: readonly string[]; readonly events: number }

const HUBS = 40;
const MONTHS = 36;
// What happens at a desk, by how often.
const names = [
  ...Array<string>(5).fill('desk.client-received'), ...Array<string>(3).fill('desk.client-oriented'), ...Array<string>(3).fill('desk.ticket-called'), ...Array<string>(3).fill('desk.service-served'),
  'desk.referral-sent', 'desk.need-unmet', 'desk.experience-assessed', 'training.person-trained', 'incubation.applicant-registered', 'funding.grant-certified',
];

/** Writes events of three years at forty hubs in four regions past the actions, as the owner: a tenth as many persons, each at her usual hub, one time in ten at another. */
export async function buildEvents(house: House, events: number): Promise<BuiltEvents> {
  const network = newId();
  const admin = consoleActor(network);
  await act(house, admin, openNetwork, { names: { en: 'Bench' }, countries: ['TN'] });
  const hubs: string[] = [];
  for (let n = 0; n < HUBS; n++) hubs.push((await act(house, admin, openHub, { kind: 'citess', names: { en: `Bench hub ${n}` }, country: 'TN', territory: ['TN-43', 'TN-53', 'TN-11', 'TN-31'][n % 4]! })).hub);
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  try {
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; select setseed(0.57)`);
    // An index is made in a fraction of the time in which it is kept row by row.
    const { rows: indexes } = await owner.query<{ name: string; made: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i where i.indrelid = 'core.event'::regclass and not i.indisprimary`);
    for (const { name } of indexes) await owner.query(`drop index ${name}`);
    await owner.query(`insert into core.event (network_id, id, at, hub_id, app, action, name, subject_id, person_id, compartment, body)
      select $1, gen_random_uuid(), e.at, ($2::uuid[])[1 + (case when e.away then e.r * ${HUBS} else e.person % ${HUBS} end)::int % ${HUBS}], 'web', 'bench.tell', e.name, gen_random_uuid(),
        ('01900000-0000-7000-8000-' || lpad(to_hex(e.person), 12, '0'))::uuid, 'C0',
        jsonb_build_object('kind', 'person', 'sex', case when e.person % 5 < 3 then 'female' else 'male' end, 'age_band', (array['15-17', '18-24', '25-34', '35-59', '60+'])[1 + e.person % 5],
          'territory', 'TN-' || (array['43', '53', '11', '31', '21', '61'])[1 + e.person % 6])
        || case e.name when 'desk.experience-assessed' then jsonb_build_object('faces', 1 + e.n % 5) when 'desk.ticket-called' then jsonb_build_object('waited_minutes', e.n % 90)
          when 'funding.grant-certified' then jsonb_build_object('currency', 'TND', 'amount_minor', 1000 * (1 + e.n % 9000)) else '{}' end
      from (select n, (random() * $3::int / 10)::int as person, random() as r, random() < 0.1 as away, ($4::text[])[1 + n % ${names.length}] as name,
          date_trunc('month', now()) - random() * interval '${MONTHS} months' as at from generate_series(1, $3::int) n) e`, [network, hubs, events, names]);
    for (const { made } of indexes) await owner.query(made);
    await owner.query('vacuum analyze core.event');
    // The plain SQL beside it is asked by the owner, without policies.
    await owner.query('alter table core.event no force row level security; alter table core.same_person no force row level security; alter table network.hub no force row level security');
  } finally {
    await owner.end();
  }
  const now = new Date();
  const months = Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7));
  return { network, hubs, months, events };
}
