import type pg from 'pg';

/**
 * Fills the tables of the first landed version with invented rows: a network of twenty hubs, its colleagues, services, and persons
 * with visits, consents, referrals, events and looks, fifteen rows for each person once the chain is linked. The same seed gives the
 * same rows; `only` leaves out tables that another does not need. It writes as the owner, past every rule, so it belongs to scratch
 * databases only. Gives the network.
 */
export async function fillRows(owner: pg.ClientBase, persons: number, seed: number, only = /./): Promise<string> {
  // As the house makes them (UUIDv7): what came later sorts later.
  const id = (what: string, n: string) => `(lpad(to_hex(1704067200000 + (${n})::bigint * 1000), 12, '0') || '7' || substr(md5('${seed} ${what} ' || (${n})), 1, 3) || '8' || substr(md5('${seed} ${what} ' || (${n})), 4, 15))::uuid`;
  const { rows: [{ network, xids }] } = await owner.query(`select ${id('network', '0')} as network, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 10 as xids`);
  const day = (n: string) => `timestamptz '2024-01-01' + (${n} % 500) * interval '1 day' + (${n} % 28800) * interval '1 second'`;
  const hub = (n: string) => id('hub', `(${n} % 20)`);
  const account = (n: string) => id('account', `(${n} % 60)`);
  const each = (many: number) => `generate_series(1, ${many}) n`;
  const steps = [
    `insert into network.network (network_id, names, countries, opened_at) values ($1, '{"ar": "شبكة", "fr": "Réseau"}', '{TN}', '2024-01-01')`,
    `insert into network.hub (network_id, id, kind, names, country, time_zone, opened_on)
     select $1, ${hub('n')}, 'citess', jsonb_build_object('ar', 'مركز ' || n, 'fr', 'Centre ' || n), 'TN', 'Africa/Tunis', '2024-01-01' from ${each(20)}`,
    `insert into network.organization (network_id, id, names, sector, kind, registered_at)
     select $1, ${id('body', 'n')}, jsonb_build_object('ar', 'جمعية ' || n), 'civil', 'association', '2024-01-02' from ${each(100)}`,
    `insert into network.account (network_id, id, login, name, home_hub_id, created_at)
     select $1, ${account('n')}, 'colleague.' || n, 'زميلة ' || n, ${hub('n')}, '2024-01-02' from ${each(60)}`,
    `insert into directory.service (network_id, id, hub_id, organization_id, names, type_codes, modes, verified_at, created_at, updated_at)
     select $1, ${id('service', 'n')}, ${hub('n')}, ${id('body', '(1 + n % 100)')}, jsonb_build_object('ar', 'خدمة ' || n), '{training}', '{on-site}', '2024-01-03', '2024-01-03', '2024-01-03' from ${each(400)}`,
    `insert into people.person (network_id, id, code, name, birth_year, sex, invented, norm_version, since)
     select $1, ${id('person', 'n')}, 'P-' || n, (array['مريم', 'خديجة', 'سلمى', 'يوسف'])[1 + n % 4] || ' ' || md5(n::text), 1950 + n % 55, (array['female', 'male'])[1 + n % 2], true, 1, ${day('n')} from ${each(persons)}`,
    `insert into people.enrolment (network_id, id, hub_id, person_id, via, since) select $1, ${id('enrolment', 'n')}, ${hub('n')}, ${id('person', 'n')}, 'registered', ${day('n')} from ${each(persons)}`,
    `insert into people.consent (network_id, id, hub_id, person_id, purpose, answer, channel, notice_version, language, answered_at, recorded_by)
     select $1, ${id('consent', 'n')}, ${hub('n')}, ${id('person', 'n')}, 'service', 'given', 'written', '1', 'ar', ${day('n')}, ${account('n')} from ${each(persons)}`,
    `insert into desk.ticket (network_id, id, hub_id, day, number, via, reason, arrived_at, opened_at, state, called_at, called_by, person_id, received_at, ended_at)
     select $1, ${id('ticket', 'n')}, ${hub('n')}, (${day('n')})::date, 1 + n / 20, 'walk-in', 'project', ${day('n')}, ${day('n')}, 'closed', ${day('n')}, ${account('n')}, ${id('person', 'n')}, ${day('n')}, ${day('n')} + interval '1 hour' from ${each(persons)}`,
    `insert into people.access_grant (network_id, id, hub_id, person_id, basis, basis_id, from_at, until_at, granted_by)
     select $1, ${id('grant', 'n')}, ${hub('n')}, ${id('person', 'n')}, 'ticket', ${id('ticket', 'n')}, ${day('n')}, ${day('n')} + interval '1 day', ${account('n')} from ${each(persons)}`,
    `insert into desk.referral (network_id, id, hub_id, ticket_id, person_id, spoken_to_id, about, service_id, service_type, organization_id, state, sent_at, sent_by, due_at)
     select $1, ${id('referral', 'n')}, ${hub('n')}, ${id('ticket', 'n')}, ${id('person', 'n')}, ${id('person', 'n')}, '{}', ${id('service', '(1 + n % 400)')}, 'training', ${id('body', '(1 + n % 100)')}, 'sent', ${day('n')}, ${account('n')}, ${day('n')} + interval '5 days' from ${each(persons)}`,
    `insert into core.look (network_id, id, at, hub_id, account_id, app, action, person_id, compartment, outcome, fields)
     select $1, ${id('look', 'n')}, ${day('n')}, ${hub('n')}, ${account('n')}, 'web', 'people.person-contact', ${id('person', 'n')}, 'C1a', 'opened', '{person_contact.phone}' from ${each(persons)}`,
    `insert into core.event (network_id, id, at, hub_id, account_id, app, action, name, subject_id, person_id, compartment, body, input_hash, xid)
     select $1, ${id('event', 'n')}, ${day('n')}, ${hub('n')}, ${account('n')}, 'web', 'desk.open-ticket', (array['desk.ticket-opened', 'desk.ticket-called', 'desk.client-received', 'desk.visit-closed'])[1 + n % 4],
       ${id('ticket', '(1 + n / 4)')}, ${id('person', '(1 + n / 4)')}, 'C0', jsonb_build_object('number', n, 'via', 'walk-in', 'sex', 'female', 'age_band', '25-34'), sha256(n::text::bytea),
       (3 + n::bigint * ${BigInt(xids)} / ${persons * 4})::text::xid8 from ${each(persons * 4)}`,
  ];
  for (const step of steps.filter((text) => only.test(/insert into (\S+)/.exec(text)![1]!))) await owner.query(step.replaceAll('$1', `'${network}'::uuid`));
  await owner.query('analyze');
  return network;
}
