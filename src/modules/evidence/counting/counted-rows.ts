import { type RawBuilder, sql } from 'kysely';
import { strikes } from './series.ts';

/** The columns of `evidence.counted_event` without the network, in their order. */
export const countedColumns = 'hub_id, name, day, event_id, at, region, unit, file_id, organization_id, subject_id, sex, age_band, territory, kind, account, waited, faces, currency, amount_minor';

/** Events as rows of `evidence.counted_event`, without the network; `which` says which of `e`. Events that were struck out are not among them. They are found before their hubs are, or each would be looked for once for every hub. */
export const freshRows = (network: string, which: RawBuilder<unknown>, standing = stands(network, 'e.name', 'e.subject_id', 'e.id')): RawBuilder<unknown> => sql`
  select e.hub_id, e.name, coalesce((e.body ->> 'on')::date, (e.at at time zone coalesce(h.time_zone, 'UTC'))::date) as day, e.id as event_id, e.at,
    coalesce(h.region_code, '') as region, coalesce(e.organization_id, same.survivor_id, e.person_id, e.subject_id) as unit, e.person_id as file_id, e.organization_id, e.subject_id,
    coalesce(e.body ->> 'sex', case when e.body ->> 'kind' = 'organization' then 'organization' else 'unknown' end) as sex,
    coalesce(e.body ->> 'age_band', case when e.body ->> 'kind' = 'organization' then 'organization' else 'unknown' end) as age_band,
    coalesce(substring(e.body ->> 'territory' from '^[A-Z]{2}-[^-]+'), 'unknown') as territory,
    e.body ->> 'kind' as kind, e.body ->> 'account' as account, (e.body ->> 'waited_minutes')::integer as waited, (e.body ->> 'faces')::numeric as faces,
    case when e.name = 'funding.grant-certified' then e.body ->> 'currency' end as currency, case when e.name = 'funding.grant-certified' then (e.body ->> 'amount_minor')::numeric end as amount_minor
  from (select network_id, id, at, hub_id, name, subject_id, person_id, organization_id, body from core.event e
    where e.network_id = ${network}::uuid and e.compartment = 'C0' and ${which} offset 0) as e
  join network.hub h on h.network_id = e.network_id and h.id = e.hub_id
  left join core.same_person same on same.network_id = e.network_id and same.person_id = e.person_id
  where ${standing}`;

/** Whether an event was not struck out since. */
export const stands = (network: string, name: string, subject: string, event: string): RawBuilder<unknown> =>
  sql.join(Object.entries(strikes).map(([struck, { by, onlyEarlier }]) => sql`(${sql.raw(name)} <> ${sql.lit(struck)} or not exists (select from core.event u
    where u.network_id = ${network}::uuid and u.subject_id = ${sql.raw(subject)} and u.name in (${sql.join(by.map((one) => sql.lit(one)))})${onlyEarlier ? sql` and u.id > ${sql.raw(event)}` : sql``}))`), sql` and `);

/**
 * What rows of counted events add up to, as tables ending in `cells`: side, sno, level, place, month as its first day, cut, key (of the whole: the
 * month before), units, events, total. `rows` names a table of counted events with a `side` and with what it `counts`: all things, those told of the
 * subject, or none, when it stands there for what it knows; all rows of a unit must be in it, because who came when decides what a
 * month counts. Each thing is found once in each month of its hub, its region and the network; what was known of it is what its first event of
 * that month said, in the hub for the hub, anywhere for region and network. What came to one hub only is in region and network what it is
 * there, so that cells are added up for it; only what is `apart`, at several hubs, is found again.
 */
export const cellsOf = (rows: string, series: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  known_here as (
    select r.side, r.name, date_trunc('month', r.day::timestamp)::date as month, r.hub_id, r.region, r.unit, r.file_id, r.organization_id, r.subject_id, r.kind, r.faces, r.currency, r.amount_minor, r.at, r.event_id, r.counts,
      first_value(r.hub_id) over everywhere <> last_value(r.hub_id) over everywhere as apart,
      first_value(r.sex) over here as own_sex, first_value(r.age_band) over here as own_age_band, first_value(r.territory) over here as own_territory
    from ${sql.raw(rows)} r
    window everywhere as (partition by r.unit, r.name, r.side order by r.hub_id, date_trunc('month', r.day::timestamp)::date, r.at, r.event_id rows between unbounded preceding and unbounded following),
      here as (partition by r.unit, r.name, r.side, r.hub_id, date_trunc('month', r.day::timestamp)::date order by r.at, r.event_id)
  ),
  known as (
    select k.*, own_sex as sex, own_age_band as age_band, own_territory as territory from known_here k where not apart
    union all
    select k.*, first_value(own_sex) over anywhere, first_value(own_age_band) over anywhere, first_value(own_territory) over anywhere from known_here k where apart
      window anywhere as (partition by k.unit, k.name, k.side, k.month order by k.at, k.event_id)
  ),
  taken as (
    select k.*, series.sno, case when series.thing = 'identity' then case when k.kind = 'person' and k.file_id is not null and k.organization_id is null then k.unit end
        when series.thing = 'organization' then k.organization_id
        when series.thing = 'subject' then k.subject_id
        when series.thing = 'faces' then case when k.faces is not null then k.subject_id end
        when series.thing = 'amount:' || k.currency then k.subject_id end as what,
      case when series.thing = 'faces' then k.faces when series.thing like 'amount:%' then k.amount_minor end as total
    from known k join ${series} on series.name = k.name where k.counts = 'all' or (k.counts = 'subject' and series.thing not in ('identity', 'organization'))
  ),
  in_hubs as (
    select side, sno, what, month, hub_id, region, bool_or(apart) as apart, count(*) as events, sum(total) as total, min(own_sex) as own_sex, min(own_age_band) as own_age_band,
      min(own_territory) as own_territory, min(sex) as sex, min(age_band) as age_band, min(territory) as territory
    from taken where what is not null group by what, sno, side, hub_id, region, month
  ),
  timed as (
    select side, sno, what, month, hub_id, region, lag(month) over here as before, apart or first_value(hub_id) over everywhere <> last_value(hub_id) over everywhere as apart,
      own_sex, own_age_band, own_territory, sex, age_band, territory, events, total
    from in_hubs
    window everywhere as (partition by what, sno, side order by hub_id, month rows between unbounded preceding and unbounded following), here as (partition by what, sno, side, hub_id order by month)
  ),
  hub_cells as (
    select side, sno, hub_id, region, month, apart, ${keyOfCut('own_', `left(before::text, 7)`)}, count(*) as units, sum(events)::bigint as events, sum(total) as total
    from timed group by side, sno, hub_id, region, month, apart, grouping sets ((before), (own_sex), (own_age_band), (own_territory))
  ),
  in_regions as (
    select side, sno, what, month, region, sum(events)::bigint as events, sum(total) as total, min(sex) as sex, min(age_band) as age_band, min(territory) as territory
    from timed where apart group by side, sno, what, month, region
  ),
  in_network as (
    select side, sno, what, month, sum(events)::bigint as events, sum(total) as total, min(sex) as sex, min(age_band) as age_band, min(territory) as territory
    from in_regions group by side, sno, what, month
  ),
  found as (
    select side, sno, 'region' as level, region as place, month, lag(month) over (partition by what, sno, side, region order by month) as before, sex, age_band, territory, events, total from in_regions
    union all select side, sno, 'network', '', month, lag(month) over (partition by what, sno, side order by month), sex, age_band, territory, events, total from in_network
  ),
  cells as (
    select side, sno, level, place, month, cut, key, sum(units)::bigint as units, sum(events)::bigint as events, coalesce(sum(total), 0) as total
    from (
      select side, sno, 'hub' as level, hub_id::text as place, month, cut, key, units, events, total from hub_cells
      union all select side, sno, 'region', region, month, cut, key, units, events, total from hub_cells where not apart
      union all select side, sno, 'network', '', month, cut, key, units, events, total from hub_cells where not apart
      union all select side, sno, level, place, month, ${keyOfCut('', `left(before::text, 7)`)}, count(*), sum(events)::bigint, sum(total)
        from found group by side, sno, level, place, month, grouping sets ((before), (sex), (age_band), (territory))
    ) as parts group by side, sno, level, place, month, cut, key
  )`;

/** The cut of a line of grouping sets over what is known, and the key under it: of the whole, what `whole` says. */
export const keyOfCut = (of: string, whole: string): RawBuilder<unknown> => sql.raw(`case when grouping(${of}sex) = 0 then 'sex' when grouping(${of}age_band) = 0 then 'age_band' when grouping(${of}territory) = 0 then 'territory' else '' end as cut,
      coalesce(${of}sex, ${of}age_band, ${of}territory, ${whole}, '') as key`);
