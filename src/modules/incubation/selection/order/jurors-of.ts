import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../../incubation.ts';

/** What one juror gave, the juror only as a number of this call. */
export interface NumberedPoints { readonly juror: number; readonly points: number }

/**
 * What each juror gave these applications, as it counted when the ranking was made: without jurors who had left and without those who had a
 * link. By application, then by criterion. Jurors have the same number all over one call.
 */
export async function givenTo({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, call: string, madeAt: Date, applications: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, readonly NumberedPoints[]>>>> {
  if (applications.length === 0) return new Map();
  const { rows } = await sql<{ application: string; given: Record<string, NumberedPoints[]> }>`
    with jurors as (
      select j.account_id, j.left_at, row_number() over (order by j.from_at, j.id) as number from incubation.jury_member j
      where j.network_id = ${network} and j.call_id = ${call} and (j.left_at is null or j.left_at > ${madeAt})),
    given as (
      select s.application_id, s.criterion, jsonb_agg(jsonb_build_object('juror', j.number, 'points', s.points) order by j.number) as points
      from incubation.rubric_score s join jurors j on j.account_id = s.account_id
      where s.network_id = ${network} and s.call_id = ${call} and s.application_id = any (${[...applications]}::uuid[])
        and not exists (select from incubation.conflict k where k.network_id = s.network_id and k.application_id = s.application_id and k.account_id = s.account_id and k.declared_at <= ${madeAt})
      group by s.application_id, s.criterion)
    select application_id as application, jsonb_object_agg(criterion, points) as given from given group by application_id`.execute(tx);
  return new Map(rows.map(({ application, given }) => [application, given]));
}
