import { type RawBuilder, sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { cellsOf, countedColumns, freshRows, stands } from './counted-rows.ts';
import { joining, seriesRows, strikes } from './series.ts';

/** Which events wait to be counted: from a transaction on (`mark`), up to another when one is given. Both as the text of an xid8. */
export interface Waiting {
  readonly network: string;
  /** The names asked for; what else waits is left alone. */
  readonly names: readonly string[];
  readonly mark: string;
  readonly upTo?: string | undefined;
}

const columnsOfRow = sql.raw(countedColumns.split(', ').map((column) => `c.${column}`).join(', '));

/** Names whose waiting events may change what these names count. */
export const touching = (names: readonly string[]): readonly string[] =>
  [...names, ...joining, ...Object.entries(strikes).flatMap(([struck, { by }]) => (names.includes(struck) ? by : []))];

/** Which rows of core.event wait; `e` is the row. `more`: names looked at besides. */
export const waits = ({ network, names, mark, upTo }: Waiting, more: readonly string[] = []): RawBuilder<unknown> => sql`e.network_id = ${network}::uuid and e.compartment = 'C0' and e.xid >= ${mark}::xid8
  ${upTo === undefined ? sql`` : sql`and e.xid < ${upTo}::xid8`} and e.name in (${sql.join([...touching(names), ...more].map((name) => sql.lit(name)))})`;

/**
 * What the waiting events change, as tables: `waiting`, `touched` (whom they count under which name, and under every name each file of identities that were joined or parted),
 * `stood` (rows counted so far of those touched), `standing` (the same as they stand now, with those that came), and `cells` of both.
 * Lists are handed over as arrays, so that each table is searched by its index under row-level security, however many wait.
 */
export const changes = (which: Waiting): RawBuilder<unknown> => {
  const { network, names } = which;
  const listed = sql.join(names.map((name) => sql.lit(name)));
  const files = sql`select survivor_id from core.same_person where network_id = ${network}::uuid and person_id = any (array(select id from moved))`;
  return sql`
  waiting as materialized (
    select e.id, e.name, e.person_id, e.subject_id, e.body ->> 'other' as other from core.event e where ${waits(which)}
  ),
  moved as materialized (
    select person_id as id from waiting where name in (${sql.join(joining.map((name) => sql.lit(name)))}) and person_id is not null
    union select other::uuid from waiting where name in (${sql.join(joining.map((name) => sql.lit(name)))})
  ),
  about as materialized (
    select e.id, e.name, e.person_id, e.organization_id, e.subject_id from core.event e
    where e.network_id = ${network}::uuid and e.subject_id = any (array(select subject_id from waiting where name not in (${sql.join(joining.map((name) => sql.lit(name)))})))
      and e.name in (${listed}) and e.compartment = 'C0'
  ),
  touched as materialized (
    select j.unit, n.name from (
      select id as unit from moved
      union select person_id from core.same_person where network_id = ${network}::uuid and survivor_id = any (array(${files}))
    ) as j cross join unnest(array[${listed}]) as n (name)
    union select coalesce(a.organization_id, same.survivor_id, a.person_id, a.subject_id), a.name from about a
      left join core.same_person same on same.network_id = ${network}::uuid and same.person_id = a.person_id
  ),
  owned as materialized (
    select unit as id from touched union select person_id from core.same_person where network_id = ${network}::uuid and survivor_id = any (array(select unit from touched))
  ),
  traced as materialized (
    select e.id, e.hub_id, e.name, coalesce((e.body ->> 'on')::date, (e.at at time zone coalesce(h.time_zone, 'UTC'))::date) as day from (
      select id, hub_id, name, at, body from core.event where network_id = ${network}::uuid and person_id = any (array(select id from owned)) and organization_id is null and name in (${listed}) and compartment = 'C0'
      union all
      select id, hub_id, name, at, body from core.event where network_id = ${network}::uuid and subject_id = any (array(select unit from touched)) and person_id is null and organization_id is null and name in (${listed}) and compartment = 'C0'
    ) as e join network.hub h on h.network_id = ${network}::uuid and h.id = e.hub_id
  ),
  stood as materialized (
    select ${columnsOfRow} from evidence.counted_event c where c.network_id = ${network}::uuid and c.organization_id = any (array(select unit from touched)) and c.organization_id is not null and (c.unit, c.name) in (select unit, name from touched)
    union all
    -- A day beside, should the clock of the hub have been set otherwise since. Looked up one by one, or all rows would be read for a few.
    select c.* from traced t cross join lateral (select ${columnsOfRow} from evidence.counted_event c
      where c.network_id = ${network}::uuid and c.hub_id = t.hub_id and c.name = t.name and c.day between t.day - 1 and t.day + 1 and c.event_id = t.id offset 0) as c
    where (c.unit, c.name) in (select unit, name from touched)
  ),
  remapped as materialized (
    select s.*, coalesce(s.organization_id, same.survivor_id, s.file_id, s.subject_id) as new_unit, ${stands(network, 's.name', 's.subject_id', 's.event_id')} as still
    from stood s left join core.same_person same on same.network_id = ${network}::uuid and same.person_id = s.file_id
  ),
  fresh as materialized (
    ${freshRows(network, sql`e.id = any (array(select id from waiting where name in (${listed})))`)}
  ),
  standing as (
    select hub_id, name, day, event_id, at, region, new_unit as unit, ${sql.raw(['file_id', 'organization_id', 'subject_id', 'sex', 'age_band', 'territory', 'kind', 'account', 'waited', 'faces', 'currency', 'amount_minor'].join(', '))} from remapped where still
    union all select * from fresh
  ),
  sides as (select -1 as side, *, 'all' as counts from stood union all select 1, *, 'all' from standing),
  ${cellsOf('sides', seriesRows(names))},
  changed as (
    select sno, level, place, cut, left(month::text, 7) as month, key, sum(side * units)::bigint as units, sum(side * events)::bigint as events, sum(side * total) as total
    from cells group by sno, level, place, cut, cells.month, key having sum(side * units) <> 0 or sum(side * events) <> 0 or sum(side * total) <> 0
  )`;
};

/** Every transaction before this one has ended; a restored register adds its base (see seal-events). */
export const settledBefore = sql<string>`(select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + coalesce(max(r.transaction_base), 0))::text from core.restored r)`;

/** Lets one at a time count a network, until the end of its transaction. */
export const oneCounts = (tx: AnyTx, network: string): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended(${`counting ${network}`}, 0))`.execute(tx);
