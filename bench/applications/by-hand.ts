import type pg from 'pg';

interface Place {
  readonly network: string;
  readonly hub: string;
  readonly call: string;
  readonly cohort: string;
  readonly application: string;
  readonly page: number;
}

const columns = 'a.id, a.receipt, a.state, a.applicant, a.territory_code, a.age, a.sex, a.members, a.submitted_at, p.name';
const listed = (where: string, order: string): string => `select ${columns} from (select * from incubation.application a where network_id = $1 and call_id = $2 ${where} order by ${order} limit 25 offset $3) a
  left join people.person p on p.network_id = a.network_id and p.id = a.person_id order by ${order}`;
const list = (where: string, order: string) => async (client: pg.ClientBase, { network, call, page }: Place): Promise<void> => {
  await client.query(`select count(*) from incubation.application a where network_id = $1 and call_id = $2 ${where}`, [network, call]);
  await client.query(listed(where, order), [network, call, (page - 1) * 25]);
};

/** What a programmer would write for these screens, where nothing decides who may read which row. */
export const byHand: Readonly<Record<'all' | 'filtered' | 'sorted' | 'calls' | 'sheet' | 'ranking' | 'doubts' | 'jury' | 'board' | 'autosave', (client: pg.ClientBase, place: Place) => Promise<void>>> = {
  all: list('', 'a.id desc'),
  filtered: list(`and state = 'applied' and territory_code = 'MA-BOD' and sex = 'female'`, 'a.id desc'),
  sorted: list('', 'a.age desc nulls last, a.id desc'),
  calls: async (client, { network, hub }) => {
    const { rows } = await client.query<{ id: string }>('select id, code, names, state, opens_at, closes_at, places from incubation.call where network_id = $1 and hub_id = $2 order by opens_at desc, id desc limit 25', [network, hub]);
    await client.query(`select call_id, count(*) from incubation.application where network_id = $1 and call_id = any ($2) and submitted_at is not null and state <> 'withdrawn' group by call_id`, [network, rows.map(({ id }) => id)]);
  },
  sheet: async (client, { network, call }) => {
    await client.query('select * from incubation.call where network_id = $1 and id = $2', [network, call]);
    await client.query('select * from incubation.criterion where network_id = $1 and call_id = $2', [network, call]);
    await client.query('select * from incubation.quota where network_id = $1 and call_id = $2', [network, call]);
    await client.query('select state, count(*), sum(members) from incubation.application where network_id = $1 and call_id = $2 group by state', [network, call]);
  },
  ranking: async (client, { network, call, page }) => {
    const { rows: [made] } = await client.query<{ id: string }>('select * from incubation.selection where network_id = $1 and call_id = $2 order by version desc limit 1', [network, call]);
    await client.query('select count(*) from incubation.standing where network_id = $1 and selection_id = $2', [network, made!.id]);
    await client.query('select s.*, a.territory_code, a.age from incubation.standing s join incubation.application a on a.network_id = s.network_id and a.id = s.application_id where s.network_id = $1 and s.selection_id = $2 order by s.rank limit 25 offset $3', [network, made!.id, (page - 1) * 25]);
  },
  doubts: async (client, { network, call, page }) => {
    await client.query(`select count(*) from incubation.perhaps_twice where network_id = $1 and call_id = $2 and state = 'open'`, [network, call]);
    await client.query(`select d.*, p.name from incubation.perhaps_twice d join incubation.application a on a.network_id = d.network_id and a.id = d.application_id join incubation.application f on f.network_id = d.network_id and f.id = d.first_id
      join people.person p on p.network_id = d.network_id and p.id = a.person_id where d.network_id = $1 and d.call_id = $2 and d.state = 'open' order by d.score desc, d.application_id limit 20 offset $3`, [network, call, (page - 1) * 20]);
  },
  jury: async (client, { network, call }) => {
    await client.query(`select account_id, count(*) from incubation.rubric_score where network_id = $1 and call_id = $2 group by account_id`, [network, call]);
    await client.query(`select * from incubation.jury_member where network_id = $1 and call_id = $2`, [network, call]);
  },
  board: async (client, { network, cohort }) => {
    await client.query(`select a.*, p.name, sum(c.minutes) from incubation.cohort_place x join incubation.application a on a.network_id = x.network_id and a.id = x.application_id join people.person p on p.network_id = a.network_id and p.id = a.person_id
      left join incubation.coaching_act c on c.network_id = a.network_id and c.application_id = a.id where x.network_id = $1 and x.cohort_id = $2 and x.left_at is null group by a.network_id, a.id, p.network_id, p.id order by a.receipt`, [network, cohort]);
    await client.query(`select receipt from incubation.application a where network_id = $1 and state in ('selected', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded')
      and not exists (select from incubation.cohort_place x where x.network_id = a.network_id and x.application_id = a.id and x.left_at is null) order by receipt limit 200`, [network]);
  },
  autosave: async (client, { network, application }) => {
    await client.query('begin');
    await client.query('select * from incubation.application where network_id = $1 and id = $2 for update', [network, application]);
    await client.query(`update incubation.answer set said = '"idea"', version = version + 1, saved_at = now() where network_id = $1 and application_id = $2 and question = 'stage'`, [network, application]);
    await client.query('update incubation.application set version = version + 1 where network_id = $1 and id = $2', [network, application]);
    await client.query('commit');
  },
};
