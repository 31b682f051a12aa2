import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { timeZoneOf } from './worked-case.ts';

/** Writes down anew on which day the next open thing of a file is due, so that long lists sort by it. */
export async function noteNextDue(doing: Doing<AccompanimentTables>, file: string): Promise<void> {
  const { tx, network } = doing;
  const zone = await timeZoneOf(doing);
  await sql`update accompaniment.case_file f set next_on = least(
      (select min(s.due_on) from accompaniment.step s join accompaniment.goal g on g.network_id = s.network_id and g.id = s.goal_id
        where s.network_id = f.network_id and s.case_id = f.id and s.done_at is null and g.state = 'open'),
      (select min(u.due_on) from accompaniment.follow_up u where u.network_id = f.network_id and u.case_id = f.id and u.done_at is null),
      (select (min(m.planned_at) at time zone ${zone})::date from accompaniment.session m where m.network_id = f.network_id and m.case_id = f.id and m.state = 'planned'))
    where f.network_id = ${network} and f.id = ${file}`.execute(tx);
}
