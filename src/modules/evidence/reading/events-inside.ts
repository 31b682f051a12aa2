import { type RawBuilder, sql } from 'kysely';
import type { Cut } from './cut.ts';
import type { Period } from './period.ts';

export interface Scope {
  readonly network: string;
  /** Full names of the events to read. */
  readonly events: readonly string[];
  readonly period: Period;
  /** Only this hub; every hub of the network when absent. */
  readonly hub?: string | undefined;
  /** What divides them. */
  readonly by?: Cut | undefined;
}

/**
 * The events of a period as a table `inside`: each with its true day in the hub's own time zone, its hub and region, who
 * it counts (`unit`), and the `key` it falls under. A paper sheet counts in the month in which she came, not in which it
 * was typed. A registration that was struck out as a second one, or went with its file, counts no more; nor does a grant that was cancelled, nor a person whose only certified grant was. Files that were merged are one person, whatever their events say (`core.same_person`). A person whose age band, sex or place changed within the period falls under what was known at her first event.
 */
export const eventsInside = ({ network, events, period, hub, by }: Scope): RawBuilder<unknown> => sql`
  dated as (
    select e.id, e.at, e.name, e.subject_id, coalesce(same.survivor_id, e.person_id) as person_id, e.organization_id, e.body, e.hub_id,
      coalesce(h.region_code, '') as region,
      coalesce(e.organization_id, same.survivor_id, e.person_id, e.subject_id) as unit,
      coalesce((e.body ->> 'on')::date, (e.at at time zone h.time_zone)::date) as day
    from core.event e
    join network.hub h on h.network_id = e.network_id and h.id = e.hub_id
    left join core.same_person same on same.network_id = e.network_id and same.person_id = e.person_id
    where e.network_id = ${network}::uuid and e.name = any(${events}::text[]) and e.at >= ${`${period.from}-01`}::date - 1
      and (${hub ?? null}::uuid is null or e.hub_id = ${hub ?? null}::uuid)
      and (e.name <> 'incubation.applicant-registered' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id
        and u.name in ('incubation.applicant-unregistered', 'incubation.application-struck-out')))
      and (e.name <> 'funding.grant-certified' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id and u.name = 'funding.grant-cancelled'))
      and (e.name <> 'funding.person-funded' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id and u.name = 'funding.application-unfunded' and u.id > e.id))
  ),
  inside as (
    select *, ${keyOf(by)} as key from dated
    where day >= ${`${period.from}-01`}::date and day < ${`${period.to}-01`}::date + interval '1 month'
  )`;

function keyOf(by: Cut | undefined): RawBuilder<unknown> {
  switch (by) {
    case 'hub': return sql`hub_id::text`;
    case 'month': return sql`to_char(day, 'YYYY-MM')`;
    case 'sex': return first(sql`coalesce(body ->> 'sex', case when body ->> 'kind' = 'organization' then 'organization' else 'unknown' end)`);
    case 'age_band': return first(sql`coalesce(body ->> 'age_band', case when body ->> 'kind' = 'organization' then 'organization' else 'unknown' end)`);
    // ISO 3166-2 codes of communes begin with the code of their governorate or province.
    case 'territory': return first(sql`coalesce(substring(body ->> 'territory' from '^[A-Z]{2}-[^-]+'), 'unknown')`);
    case undefined: return sql`null::text`;
  }
}

const first = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`first_value(${value}) over (partition by name, unit order by at, id)`;
