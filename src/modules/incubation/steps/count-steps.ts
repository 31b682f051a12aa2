import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { resultStates } from '../selection/selection-codes.ts';

/** The steps of one road, each counted by itself: who was registered is not yet selected, who was selected not yet trained (domain.md rule 3). */
export const steps = ['registered', 'selected', 'trained', 'accompanied', 'funded', 'created', 'alive'] as const;
export type Step = (typeof steps)[number];

/** How many persons, and how many women among them, came to a step: in a call, in a place of it, in a region, in all. Parts that are null are not divided by. */
export interface StepCount {
  readonly step: Step;
  readonly call: string | null;
  readonly region: string | null;
  /** Province or governorate on the day she applied; `unknown` when it was not. */
  readonly place: string | null;
  readonly persons: number;
  readonly women: number;
}

interface Wanted {
  readonly network: string;
  /** Only these calls; every published one when absent. */
  readonly calls?: readonly string[];
  /** Only calls of this region. */
  readonly region?: string;
  /** Only what was reached before this day of the hub's own calendar ("2026-11-01"); who registered and was selected counts once the results of the call are out, because they tell it. */
  readonly before?: string;
}

/**
 * Counts persons, never papers: each once in whatever is counted, however many calls she answers and under however many files she stood,
 * with every member of a group or a body by herself. Who reached a step and left later has reached it; who was struck out as standing twice
 * has not. Alive: her enterprise was found at work twelve months after its creation. Read with the login of figures.
 */
export async function countSteps(tx: AnyTx, { network, calls, region, before }: Wanted): Promise<readonly StepCount[]> {
  const { rows } = await sql<{ step: Step; call: string | null; region: string | null; place: string | null; whole_call: number; whole_region: number; whole_place: number; persons: bigint; women: bigint }>`
    with passed as (
      select r.application_id, r.call_id, r.at, case r.state when 'applied' then 'registered' when 'ineligible' then 'registered' when 'incubating' then 'accompanied' else r.state end as step
      from incubation.reached r where r.network_id = ${network}::uuid and r.state in ('applied', 'ineligible', 'selected', 'trained', 'incubating', 'funded', 'created')
      union all
      select f.application_id, n.call_id, f.done_at, 'alive' from incubation.follow_up f
      join incubation.application n on n.network_id = f.network_id and n.id = f.application_id
      where f.network_id = ${network}::uuid and f.month = 12 and f.alive
    ),
    behind as (
      select p.step, p.call_id, coalesce(h.region_code, '') as region, coalesce(n.territory_code, 'unknown') as place, coalesce(s.survivor_id, a.person_id) as who, a.sex
      from passed p
      join incubation.application n on n.network_id = ${network}::uuid and n.id = p.application_id
      join incubation.applicant a on a.network_id = n.network_id and a.application_id = n.id and (a.left_at is null or a.left_at >= p.at)
      join network.hub h on h.network_id = n.network_id and h.id = n.hub_id
      left join core.same_person s on s.network_id = a.network_id and s.person_id = a.person_id
      where (${calls ? [...calls] : null}::uuid[] is null or p.call_id = any (${calls ? [...calls] : null}::uuid[])) and (${region ?? null}::text is null or h.region_code = ${region ?? null})
        and (${before ?? null}::date is null or (p.at at time zone h.time_zone)::date < ${before ?? null}::date or (p.step in ('registered', 'selected')
          and exists (select from incubation.call c where c.network_id = n.network_id and c.id = p.call_id and c.state = any (${[...resultStates]}::text[]))))
        and not exists (select from incubation.perhaps_twice d where d.network_id = n.network_id and d.call_id = n.call_id and d.application_id = n.id and d.state = 'same')
    )
    select step, call_id as call, region, place, grouping(call_id) as whole_call, grouping(region) as whole_region, grouping(place) as whole_place,
      count(distinct who) as persons, count(distinct who) filter (where sex = 'female') as women
    from behind group by grouping sets ((step), (step, region), (step, call_id), (step, call_id, place))`.execute(tx);
  return rows.map(({ whole_call, whole_region, whole_place, persons, women, ...row }) => ({
    step: row.step, call: whole_call ? null : row.call, region: whole_region ? null : row.region, place: whole_place ? null : row.place, persons: Number(persons), women: Number(women),
  }));
}
