import type pg from 'pg';

const OPEN = `state in ('oriented', 'in_accompaniment')`;
const named = `left join accompaniment.assignment a on a.network_id = f.network_id and a.case_id = f.id and a.part = 'main' and a.state = 'accepted'
  left join network.account c on c.network_id = a.network_id and c.id = a.account_id left join people.person p on p.network_id = f.network_id and p.id = f.person_id`;

interface Place {
  readonly network: string;
  readonly hub: string;
  readonly file: string;
}

/** What a programmer would write for the list, a file and the board, where nothing decides who may read which row. */
export const byHand: Readonly<Record<'list' | 'sheet' | 'board', (client: pg.ClientBase, place: Place) => Promise<void>>> = {
  list: async (client, { network, hub }) => {
    await client.query(`select count(*) from accompaniment.case_file where network_id = $1 and hub_id = $2 and ${OPEN}`, [network, hub]);
    await client.query(`select f.id, f.kind, f.state, f.opened_at, f.next_on, p.name, p.name_other, c.name as worker from accompaniment.case_file f ${named}
      where f.network_id = $1 and f.hub_id = $2 and f.${OPEN} order by f.next_on nulls last, f.id limit 25`, [network, hub]);
  },
  sheet: async (client, { network, file }) => {
    const at = [network, file];
    await client.query(`select f.*, p.name, p.name_other from accompaniment.case_file f ${named} where f.network_id = $1 and f.id = $2`, at);
    await client.query(`select g.*, s.words as step, s.who, s.due_on, s.done_at from accompaniment.goal g left join accompaniment.step s on s.network_id = g.network_id and s.goal_id = g.id and s.case_id = g.case_id where g.network_id = $1 and g.case_id = $2`, at);
    await client.query(`select act, sum(minutes), count(*) from accompaniment.act where network_id = $1 and case_id = $2 group by act`, at);
    for (const table of ['assignment', 'session', 'follow_up', 'approval', 'outcome', 'diagnosis', 'life_grant']) {
      await client.query(`select * from accompaniment.${table} where network_id = $1 and case_id = $2 limit 60`, at);
    }
  },
  board: async (client, { network, hub }) => {
    const at = [network, hub];
    await client.query(`select account_id, part, count(*) from accompaniment.assignment where network_id = $1 and hub_id = $2 and state = 'accepted' group by 1, 2`, at);
    await client.query(`select a.account_id, late.kind, count(*) from (
        select 'steps' as kind, case_id from accompaniment.step where network_id = $1 and hub_id = $2 and done_at is null and due_on < current_date
        union all select 'follow_ups', case_id from accompaniment.follow_up where network_id = $1 and hub_id = $2 and done_at is null and due_on < current_date
        union all select 'sessions', case_id from accompaniment.session where network_id = $1 and hub_id = $2 and state = 'planned' and planned_at < current_date) late
      join accompaniment.assignment a on a.network_id = $1 and a.case_id = late.case_id and a.part = 'main' and a.state = 'accepted' group by 1, 2`, at);
    const nobody = `from accompaniment.case_file f where f.network_id = $1 and f.hub_id = $2 and f.${OPEN} and not exists (select from accompaniment.assignment a
      where a.network_id = f.network_id and a.case_id = f.id and a.part = 'main' and a.state = 'accepted')`;
    await client.query(`select count(*) ${nobody}`, at);
    await client.query(`select f.id, f.kind, f.opened_at, p.name from (select * ${nobody} order by f.opened_at, f.id limit 8) f left join people.person p on p.network_id = f.network_id and p.id = f.person_id`, at);
    await client.query(`select * from accompaniment.approval where network_id = $1 and hub_id = $2 and decision is null order by asked_at limit 8`, at);
  },
};
