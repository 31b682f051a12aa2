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
  /** Only the hubs of this region (ISO 3166-2); every region when absent. */
  readonly region?: string | undefined;
  /** What divides them. */
  readonly by?: Cut | undefined;
  /** Only what was sealed up to this number of the chain, so that a figure read once can be read again; everything when absent. */
  readonly upTo?: number | undefined;
}

/**
 * The events of a period as a table `inside`: each with its true day in the hub's own time zone, its hub and region, who
 * it counts (`unit`), and the `key` it falls under. A paper sheet counts in the month in which she came, not in which it
 * was typed. A registration that was struck out as a second one, or went with its file, counts no more; nor does a grant that was cancelled, nor a person whose only certified grant was. Files that were merged are one person, whatever their events say (`core.same_person`). A person whose age band, sex or place changed within the period falls under what was known at her first event.
 */
export const eventsInside = ({ network, events, period, hub, region, by, upTo }: Scope): RawBuilder<unknown> => sql`
  dated as (
    select e.id, e.at, e.name, e.subject_id, coalesce(same.survivor_id, e.person_id) as person_id, e.organization_id, e.body, e.hub_id,
      coalesce(h.region_code, '') as region,
      coalesce(e.organization_id, same.survivor_id, e.person_id, e.subject_id) as unit,
      coalesce((e.body ->> 'on')::date, (e.at at time zone coalesce(h.time_zone, 'UTC'))::date) as day
    from core.event e
    ${hub === undefined && events.some((name) => name.startsWith('network.')) ? sql`left join` : sql`join`} network.hub h on h.network_id = e.network_id and h.id = e.hub_id
    left join core.same_person same on same.network_id = e.network_id and same.person_id = e.person_id
    where e.network_id = ${network}::uuid and e.name = any(${events}::text[]) and e.at >= ${`${period.from}-01`}::date - 1
      and (${hub ?? null}::uuid is null or e.hub_id = ${hub ?? null}::uuid)${region === undefined ? sql`` : sql` and h.region_code = ${region}`}${sealed('e', upTo)}
      and (e.name <> 'incubation.applicant-registered' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id
        and u.name in ('incubation.applicant-unregistered', 'incubation.application-struck-out')${sealed('u', upTo)}))
      and (e.name <> 'funding.grant-certified' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id and u.name = 'funding.grant-cancelled'${sealed('u', upTo)}))
      and (e.name <> 'funding.person-funded' or not exists (select from core.event u where u.network_id = e.network_id and u.subject_id = e.subject_id and u.name = 'funding.application-unfunded' and u.id > e.id${sealed('u', upTo)}))
  ),
  inside as (
    select *, ${keyOf(by)} as key from dated
    where day >= ${`${period.from}-01`}::date and day < ${`${period.to}-01`}::date + interval '1 month'
  )`;

/** Keeps an event only if it was sealed up to a number of the chain. */
export const sealed = (row: string, upTo: number | undefined): RawBuilder<unknown> =>
  upTo === undefined ? sql`` : sql` and exists (select from core.seal s where s.network_id = ${sql.ref(`${row}.network_id`)} and s.event_id = ${sql.ref(`${row}.id`)} and s.seq <= ${upTo})`;

/** What an event says of a client, where it stands in the event itself. */
export const said = {
  sex: sql`coalesce(body ->> 'sex', case when body ->> 'kind' = 'organization' then 'organization' else 'unknown' end)`,
  age_band: sql`coalesce(body ->> 'age_band', case when body ->> 'kind' = 'organization' then 'organization' else 'unknown' end)`,
  // ISO 3166-2 codes of communes begin with the code of their governorate or province.
  territory: sql`coalesce(substring(body ->> 'territory' from '^[A-Z]{2}-[^-]+'), 'unknown')`,
} as const;

/** The key under which an event falls when a figure is divided; `known` says where what is known of a client stands. */
export function keyOf(by: Cut | undefined, known: Readonly<Record<'sex' | 'age_band' | 'territory', RawBuilder<unknown>>> = said): RawBuilder<unknown> {
  switch (by) {
    case 'hub': return sql`hub_id::text`;
    case 'month': return sql`to_char(day, 'YYYY-MM')`;
    case 'sex': case 'age_band': case 'territory': return first(known[by]);
    case undefined: return sql`null::text`;
  }
}

const first = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`first_value(${value}) over (partition by name, unit order by at, id)`;
