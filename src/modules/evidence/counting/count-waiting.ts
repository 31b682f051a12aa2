import { sql } from 'kysely';
import type pg from 'pg';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import { countAnew } from './count-anew.ts';
import { countedColumns } from './counted-rows.ts';
import { countedNames, seriesRows } from './series.ts';
import { changes, oneCounts, settledBefore, touching } from './waiting.ts';
import { packed } from './whole-cells.ts';

const MOST_AT_ONCE = 5_000;
const columns = sql.raw(countedColumns);

/**
 * Counts what waits in every network and says how many events were taken in; a network that never was counted is counted whole. Run by the
 * worker after sealing. Twice at once does no harm: one waits for the other. `stopped`: asked
 * between networks, so that whoever shuts down need not wait for all.
 */
export async function countWaiting(worker: pg.Pool, stopped: () => boolean = () => false): Promise<number> {
  const { rows } = await worker.query<{ id: string; fresh: boolean }>(
    'select n.id, m.network_id is null as fresh from network.network n left join evidence.count_mark m on m.network_id = n.id');
  let counted = 0;
  for (const { id, fresh } of rows) {
    if (stopped()) break;
    if (fresh) counted += await countAnew(worker, id);
    else for (let more = MOST_AT_ONCE; more >= MOST_AT_ONCE;) counted += more = await countSome(worker, id);
  }
  return counted;
}

/** Counts the oldest waiting events of one network: whole transactions, below which nothing is open any more. Returns how many were looked at. */
export async function countSome(worker: pg.Pool, network: string): Promise<number> {
  const looked = await inTransaction(worker, 'begin', async (tx) => {
    await oneCounts(tx, network);
    const { rows: [mark] } = await sql<{ before: string }>`select before::text from evidence.count_mark where network_id = ${network}::uuid`.execute(tx);
    if (!mark) return 'anew';
    const { rows: [until] } = await sql<{ settled: string; many: bigint; last: string | null; moved: boolean }>`
      with settled as (select ${settledBefore} as before),
      looked as (select e.xid, e.name, e.hub_id from core.event e where e.network_id = ${network}::uuid and e.xid >= ${mark.before}::xid8 and e.xid < (select before from settled)::xid8
        and e.compartment = 'C0' and e.name in (${sql.join([...touching(countedNames), 'network.hub-edited'].map((name) => sql.lit(name)))}) order by e.xid fetch first ${sql.lit(MOST_AT_ONCE)} rows with ties)
      select (select before from settled) as settled, count(*) as many, max(xid::text::bigint)::text as last,
        exists (select from looked s join network.hub h on h.network_id = ${network}::uuid and h.id = s.hub_id where s.name = 'network.hub-edited'
          and exists (select from evidence.counted_event c where c.network_id = ${network}::uuid and c.hub_id = s.hub_id and c.region <> coalesce(h.region_code, ''))) as moved from looked`.execute(tx);
    const many = Number(until!.many);
    if (many === 0) return 0;
    // A hub that stands in another region takes all that it ever counted with it.
    if (until!.moved) return 'anew';
    const upTo = many < MOST_AT_ONCE ? until!.settled : (BigInt(until!.last!) + 1n).toString();
    await keepChanges(tx, network, mark.before, upTo);
    return many;
  });
  return looked === 'anew' ? countAnew(worker, network) : looked;
}

/** Writes what the waiting events change, in rows and in cells, and moves the mark. */
async function keepChanges(tx: AnyTx, network: string, mark: string, upTo: string): Promise<void> {
  await sql`with ${changes({ network, names: countedNames, mark, upTo })},
    gone as (delete from evidence.counted_event c using remapped r
      where c.network_id = ${network}::uuid and c.hub_id = r.hub_id and c.name = r.name and c.day = r.day and c.event_id = r.event_id and not r.still returning 1),
    joined as (update evidence.counted_event c set unit = r.new_unit from remapped r
      where c.network_id = ${network}::uuid and c.hub_id = r.hub_id and c.name = r.name and c.day = r.day and c.event_id = r.event_id and r.still and r.new_unit <> c.unit returning 1),
    came as (insert into evidence.counted_event (network_id, ${columns}) select ${network}::uuid, ${columns} from fresh returning 1),
    differing as materialized (select series.name, series.thing, d.level, d.place, d.cut, d.month, d.key, d.units, d.events, d.total from changed d join ${seriesRows(countedNames)} on series.sno = d.sno),
    rows as materialized (select distinct name, thing, level, place, cut, month from differing),
    summed as (
      select name, thing, level, place, cut, month, key, sum(units)::bigint as units, sum(events)::bigint as events, sum(total) as total from (
        select * from differing
        union all select r.name, r.thing, r.level, r.place, r.cut, r.month, one.key, one.units, one.events, one.total from rows r cross join lateral (
          select u.* from evidence.counted_cell c cross join lateral unnest(c.keys, c.units, c.events, c.totals) as u (key, units, events, total)
          where c.network_id = ${network}::uuid and c.name = r.name and c.thing = r.thing and c.level = r.level and c.place = r.place and c.cut = r.cut and c.month = r.month offset 0) as one
      ) as together group by name, thing, level, place, cut, month, key having sum(events) <> 0
    ),
    merged as materialized (select name, thing, level, place, cut, month, ${packed('s')} from summed s group by name, thing, level, place, cut, month),
    kept as (insert into evidence.counted_cell as c (network_id, name, thing, level, place, cut, month, keys, units, events, totals)
      select ${network}::uuid, name, thing, level, place, cut, month, keys, units, events, totals from merged
      on conflict (network_id, name, thing, level, place, cut, month) do update set keys = excluded.keys, units = excluded.units, events = excluded.events, totals = excluded.totals),
    emptied as (delete from evidence.counted_cell c using (select * from rows r where not exists (select from merged m
      where m.name = r.name and m.thing = r.thing and m.level = r.level and m.place = r.place and m.cut = r.cut and m.month = r.month)) as r
      where c.network_id = ${network}::uuid and c.name = r.name and c.thing = r.thing and c.level = r.level and c.place = r.place and c.cut = r.cut and c.month = r.month)
    update evidence.count_mark set before = ${upTo}::xid8, counted = counted + (select count(*) from came) - (select count(*) from gone), at = now() where network_id = ${network}::uuid`.execute(tx);
}
