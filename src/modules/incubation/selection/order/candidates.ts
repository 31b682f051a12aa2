import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../../incubation.ts';
import type { Candidate } from '../rank/rank.ts';
import { judgedStates } from '../selection-codes.ts';

interface Row {
  id: string; receipt: string; age: number | null; members: number; submitted_at: Date; counts_for: string[];
  automatic: Record<string, number> | null; jury: Record<string, { juror: string; points: number }[]> | null;
}

/** Everything the ranking reads of a call, without a name: what automatic criteria gave and what each juror gave who has no link and did not leave. */
export async function candidatesOf({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, call: string): Promise<(Candidate & { readonly id: string })[]> {
  const { rows } = await sql<Row>`
    with given as (
      select s.application_id, s.criterion, jsonb_agg(jsonb_build_object('juror', s.account_id, 'points', s.points)) as points
      from incubation.rubric_score s join incubation.jury_member j on j.network_id = s.network_id and j.call_id = s.call_id and j.account_id = s.account_id and j.left_at is null
      where s.network_id = ${network} and s.call_id = ${call}
        and not exists (select from incubation.conflict k where k.network_id = s.network_id and k.application_id = s.application_id and k.account_id = s.account_id)
      group by s.application_id, s.criterion),
    jury as (select application_id, jsonb_object_agg(criterion, points) as given from given group by application_id),
    automatic as (select application_id, jsonb_object_agg(criterion, points) as given from incubation.points where network_id = ${network} and call_id = ${call} group by application_id)
    select a.id, a.receipt, a.age, a.members, a.submitted_at, a.counts_for, automatic.given as automatic, jury.given as jury
    from incubation.application a left join jury on jury.application_id = a.id left join automatic on automatic.application_id = a.id
    where a.network_id = ${network} and a.call_id = ${call} and a.state = any (${[...judgedStates]}) and a.submitted_at is not null`.execute(tx);
  return rows.map(({ id, receipt, age, members, submitted_at, counts_for, automatic, jury }) =>
    ({ id, receipt, age, members, handedIn: submitted_at.getTime(), counts: counts_for, automatic: automatic ?? {}, jury: jury ?? {} }));
}
