import { type RawBuilder, sql } from 'kysely';
import { cellsOf, countedColumns, keyOfCut } from './counted-rows.ts';
import { series, seriesRows } from './series.ts';

const known = sql.raw(`c.sex || E'\\x1f' || c.age_band || E'\\x1f' || c.territory`);
const month = sql.raw(`date_trunc('month', c.day::timestamp)::date`);
const asPerson = sql.raw(`count(*) filter (where c.kind = 'person' and c.file_id is not null and c.organization_id is null)`);

/**
 * Whom these names counted, once for each month at each hub, as a table `met` of this transaction: how many events, what was known, the month
 * before that at this hub, whether she came to several hubs (`apart`) and whether what was known of her changed, so that it must be looked
 * up which event came first (`odd`). Rows are sorted once, by whom they count; all else is read off in that order.
 */
export const metOnce = (network: string, names: readonly string[]): RawBuilder<unknown> => sql`create temp table met on commit drop as
  with grouped as (
    select c.unit, n.nno, h.hno, ${month} as month, count(*) as events, case count(*) when ${asPerson} then 1 when count(c.organization_id) then 2 else 3 end as "of",
      ${asPerson} + count(c.organization_id) > 0 as counts, min(${known}) as known, max(${known}) as known_too
    from evidence.counted_event c join ${numbered(names)} on n.name = c.name join ${places(network)} on h.id = c.hub_id
    where c.network_id = ${network}::uuid group by c.unit, n.nno, h.hno, 4
  ),
  seen as (
    select unit, nno, hno, month, events, "of", known, lag(month) over (partition by unit, nno, hno order by month) as before,
      first_value(hno) over whole <> last_value(hno) over whole as apart, min(known) over whole <> max(known) over whole as changed,
      bool_or(known <> known_too or ("of" = 3 and counts)) over whole or min("of") over whole <> max("of") over whole as mixed
    from grouped window whole as (partition by unit, nno order by hno, month rows between unbounded preceding and unbounded following)
  )
  select unit, nno::smallint as nno, hno::smallint as hno, "of"::smallint as "of", month, before, events::integer as events, apart, mixed or (apart and changed) as odd,
    split_part(known, E'\\x1f', 1) as sex, split_part(known, E'\\x1f', 2) as age_band, split_part(known, E'\\x1f', 3) as territory from seen`;

/**
 * The cells of these names over all their counted rows, as rows `(name, thing, level, place, cut, month, keys, units, events, totals)` of a
 * network, from the table `met` beside them. Whoever was always known alike is added up at once; only for the others, and for what was told
 * several times of one subject, is the first event looked for, in the way of the cells that follow the register event by event.
 */
export const wholeCells = (network: string, names: readonly string[]): RawBuilder<unknown> => sql`
  with places as materialized (select * from ${places(network)}),
  odd as materialized (select distinct unit, nno from met where odd),
  many as materialized (select n.nno, c.subject_id from evidence.counted_event c join ${numbered(names, ofSubject)} on n.name = c.name
    where c.network_id = ${network}::uuid group by n.nno, c.subject_id having count(*) > 1),
  hard as materialized (select unit, nno, true as odd from odd union all
    select distinct c.unit, n.nno, false from evidence.counted_event c join ${numbered(names)} on n.name = c.name join many m on m.nno = n.nno and m.subject_id = c.subject_id
      left join odd o on o.unit = c.unit and o.nno = n.nno where c.network_id = ${network}::uuid and o.unit is null),
  rows as materialized (select 1 as side, ${sql.raw(columnsOf('c'))}, case when u.odd then 'all' when m.subject_id is not null then 'subject' else 'none' end as counts
    from evidence.counted_event c join ${numbered(names)} on n.name = c.name join hard u on u.unit = c.unit and u.nno = n.nno left join many m on m.nno = n.nno and m.subject_id = c.subject_id
    where c.network_id = ${network}::uuid),
  ${cellsOf('rows', seriesRows(names))},
  of_units as (
    select s.sno, m.hno, m.month, m.apart, ${keyOfCut('m.', `left(m.before::text, 7)`)}, count(*) as units, sum(m.events)::bigint as events, 0::numeric as total
    from met m join ${counted(names)} on s.nno = m.nno and s."of" = m."of" where not m.odd
    group by s.sno, m.hno, m.month, m.apart, grouping sets ((m.before), (m.sex), (m.age_band), (m.territory))
  ),
  told as (
    select n.nno, h.hno, ${month} as month, c.currency, ${keyOfCut('c.', `''`)}, count(*) as many, count(c.faces) as faced, sum(c.faces) as faces, sum(c.amount_minor) as amount
    from evidence.counted_event c join ${numbered(names, ofSubject)} on n.name = c.name join places h on h.id = c.hub_id
      left join odd o on o.unit = c.unit and o.nno = n.nno left join many m on m.nno = n.nno and m.subject_id = c.subject_id
    where c.network_id = ${network}::uuid and o.unit is null and m.subject_id is null
    group by n.nno, h.hno, 3, c.currency, grouping sets ((), (c.sex), (c.age_band), (c.territory))
  ),
  here as (
    select * from of_units
    union all select s.sno, t.hno, t.month, false, t.cut, t.key, case s.thing when 'faces' then t.faced else t.many end, case s.thing when 'faces' then t.faced else t.many end,
      coalesce(case when s.thing = 'faces' then t.faces when s.thing <> 'subject' then t.amount end, 0)
    from told t join ${counted(names)} on s.nno = t.nno and (s.thing = 'subject' or (s.thing = 'faces' and t.faced > 0) or s.thing = 'amount:' || t.currency)
  ),
  in_each as (
    select s.sno, m.unit, m.month, h.region, sum(m.events)::bigint as events, min(m.sex) as sex, min(m.age_band) as age_band, min(m.territory) as territory
    from met m join ${counted(names)} on s.nno = m.nno and s."of" = m."of" join places h on h.hno = m.hno where m.apart and not m.odd group by m.unit, s.sno, h.region, m.month
  ),
  in_all as (select sno, unit, month, sum(events)::bigint as events, min(sex) as sex, min(age_band) as age_band, min(territory) as territory from in_each group by unit, sno, month),
  far as (
    select sno, 'region' as level, region as place, month, lag(month) over (partition by unit, sno, region order by month) as before, sex, age_band, territory, events from in_each
    union all select sno, 'network', '', month, lag(month) over (partition by unit, sno order by month), sex, age_band, territory, events from in_all
  ),
  parts as (
    select w.sno, 'hub' as level, h.id::text as place, w.month, w.cut, w.key, w.units, w.events, w.total from here w join places h on h.hno = w.hno
    union all select w.sno, 'region', h.region, w.month, w.cut, w.key, sum(w.units), sum(w.events), sum(w.total) from here w join places h on h.hno = w.hno where not w.apart group by w.sno, h.region, w.month, w.cut, w.key
    union all select sno, 'network', '', month, cut, key, sum(units), sum(events), sum(total) from here where not apart group by sno, month, cut, key
    union all select f.sno, f.level, f.place, f.month, ${keyOfCut('f.', `left(f.before::text, 7)`)}, count(*), sum(f.events), 0 from far f
      group by f.sno, f.level, f.place, f.month, grouping sets ((f.before), (f.sex), (f.age_band), (f.territory))
    union all select sno, level, place, month, cut, key, units, events, total from cells
  ),
  summed as (select sno, level, place, cut, month, key, sum(units)::bigint as units, sum(events)::bigint as events, sum(total) as total from parts group by sno, level, place, cut, month, key)
  select series.name, series.thing, p.level, p.place, p.cut, left(p.month::text, 7) as month, ${packed('p')}
  from summed p join ${seriesRows(names)} on series.sno = p.sno group by p.sno, series.name, series.thing, p.level, p.place, p.cut, p.month order by 1, 2, 3, 4, 5, 6`;

/** The keys of a cell's row with what stands under each, in the order of the keys; so that the same counts are the same bytes. */
export const packed = (of: string): RawBuilder<unknown> => sql.raw(['key as keys', 'units as units', 'events as events', 'total as totals'].map((one) => {
  const [column, as] = one.split(' as ') as [string, string];
  return `array_agg(${column === 'total' ? `trim_scale(${of}.total)` : `${of}.${column}`} order by ${of}.key) as ${as}`;
}).join(', '));

const ofSubject = [...new Set(series.filter(({ thing }) => thing !== 'identity' && thing !== 'organization').map(({ name }) => name))];
const columnsOf = (row: string): string => countedColumns.split(', ').map((column) => `${row}.${column}`).join(', ');

/** These names with a number each, as `n`; with `among`, only those of them. */
const numbered = (names: readonly string[], among: readonly string[] = names): RawBuilder<unknown> =>
  sql`(values ${sql.join([sql`(null::text, 0)`, ...names.flatMap((name, nno) => (among.includes(name) ? [sql`(${sql.lit(name)}, ${sql.lit(nno)})`] : []))])}) as n (name, nno)`;

/** The series of these names as `s`: of whom a unit must be to count in it (1 a person, 2 a body). */
const counted = (names: readonly string[]): RawBuilder<unknown> => sql`(values ${sql.join(series.flatMap(({ name, thing }, sno) => (names.includes(name)
  ? [sql`(${sql.lit(names.indexOf(name))}, ${sql.lit(thing)}, ${sql.lit(sno)}, ${sql.lit(thing === 'identity' ? 1 : thing === 'organization' ? 2 : 0)})`] : [])))}) as s (nno, thing, sno, "of")`;

const places = (network: string): RawBuilder<unknown> => sql`(select id, coalesce(region_code, '') as region, row_number() over (order by id) as hno from network.hub where network_id = ${network}::uuid) as h`;
