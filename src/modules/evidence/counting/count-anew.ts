import { sql } from 'kysely';
import type pg from 'pg';
import { inTransaction } from '#core/db/transaction.ts';
import { cellsOf, countedColumns, freshRows } from './counted-rows.ts';
import { countedNames, seriesRows } from './series.ts';
import { oneCounts, settledBefore } from './waiting.ts';

// Each pass reads everything: tables are read from their beginning and joined by hash, not looked up row by row as the planner would for a few.
const everything = `set local work_mem = '256MB'; set local hash_mem_multiplier = 2; set local synchronous_commit = off; set local enable_nestloop = off; set local enable_indexscan = off`;

/**
 * Forgets what was counted of a network and counts its whole register, in a few passes over all events and in one transaction: until its
 * end figures read what stood before. Returns how many events count.
 */
export const countAnew = (worker: pg.Pool, network: string): Promise<number> =>
  inTransaction(worker, `begin; ${everything}`, async (tx) => {
    await oneCounts(tx, network);
    for (const table of ['count_mark', 'counted_cell', 'counted_event']) await sql`delete from ${sql.table(`evidence.${table}`)} where network_id = ${network}::uuid`.execute(tx);
    const { rows: [{ settled } = { settled: '0' }] } = await sql<{ settled: string }>`select ${settledBefore} as settled`.execute(tx);
    const which = sql`e.name in (${sql.join(countedNames.map((name) => sql.lit(name)))}) and e.xid < ${settled}::xid8`;
    await sql`insert into evidence.counted_event (network_id, ${countedColumns}) select ${network}::uuid, ${countedColumns}
      from (${freshRows(network, which)}) as e order by hub_id, name, day, event_id`.execute(tx);
    // So that the next pass, and whoever reads afterwards, knows how many rows there are now.
    await sql`analyze evidence.counted_event`.execute(tx);
    await sql`with sides as (select 1 as side, c.* from evidence.counted_event c where c.network_id = ${network}::uuid), ${cellsOf('sides', seriesRows(countedNames))}
      insert into evidence.counted_cell (network_id, name, thing, level, place, cut, month, before, key, units, events, total)
      select ${network}::uuid, series.name, series.thing, c.level, c.place, c.cut, c.month, c.before, c.key, c.units, c.events, c.total from cells c join ${seriesRows(countedNames)} on series.sno = c.sno
      order by 2, 3, 4, 5, 6, 7, 8, 9`.execute(tx);
    await sql`analyze evidence.counted_cell`.execute(tx);
    const { rows: [kept] } = await sql<{ counted: bigint }>`insert into evidence.count_mark (network_id, before, counted)
      select ${network}::uuid, ${settled}::xid8, count(*) from evidence.counted_event where network_id = ${network}::uuid returning counted`.execute(tx);
    return Number(kept!.counted);
  });
