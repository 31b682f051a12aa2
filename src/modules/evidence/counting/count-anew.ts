import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import { countedColumns, freshRows } from './counted-rows.ts';
import { countedNames, strikes } from './series.ts';
import { oneCounts, settledBefore } from './waiting.ts';
import { metOnce, wholeCells } from './whole-cells.ts';

// Each pass reads everything: tables are joined by hash, not looked up row by row as the planner would for a few. Two connections are the processors it takes.
const everything = `set local work_mem = '256MB'; set local hash_mem_multiplier = 2; set local synchronous_commit = off; set local enable_nestloop = off; set local max_parallel_workers_per_gather = 0`;
const MANY = 100_000;
const MANY_ENOUGH = 1_000;
const columns = sql.raw(countedColumns);

/**
 * Forgets what was counted of a network and counts its whole register, each name in a few passes over its events; names that do not fit one
 * transaction are shared out over two. From the moment it begins until its end figures read the register. Returns how many events count.
 */
export const countAnew = (worker: pg.Pool, network: string): Promise<number> =>
  inTransaction(worker, `begin; ${everything}`, async (tx) => {
    await oneCounts(tx, network);
    const { rows: [{ settled } = { settled: '0' }] } = await sql<{ settled: string }>`select ${settledBefore} as settled`.execute(tx);
    const { rows } = await sql<{ name: string; many: bigint }>`select name, count(*) as many from core.event
      where network_id = ${network}::uuid and name in (${sql.join(countedNames.map((name) => sql.lit(name)))}) group by name order by many desc, name`.execute(tx);
    const [own, other] = shared(rows.map(({ name, many }) => ({ name, many: Number(many) })));
    // The mark goes first and for everyone: whoever reads while parts of the cells are there must not take them for all.
    await worker.query('delete from evidence.count_mark where network_id = $1', [network]);
    await forget(tx, network, sql`name <> all (${other}::text[])`);
    const counted = await Promise.all([
      countNames(tx, network, own, settled),
      other.length ? inTransaction(worker, `begin; ${everything}`, async (beside) => {
        await forget(beside, network, sql`name = any (${other}::text[])`);
        return countNames(beside, network, other, settled);
      }) : 0,
    ]);
    const all = counted[0] + counted[1];
    // So that whoever reads afterwards knows how many rows there are now. The tables are of all networks: a few rows of one change nothing of what is known of them.
    if (all >= MANY_ENOUGH) await sql`analyze evidence.counted_event, evidence.counted_cell`.execute(tx);
    await sql`insert into evidence.count_mark (network_id, before, counted) values (${network}::uuid, ${settled}::xid8, ${all})`.execute(tx);
    return all;
  });

/** What stood of some names; each connection its own, or one would wait for the other. */
async function forget(tx: AnyTx, network: string, names: RawBuilder<unknown>): Promise<void> {
  for (const table of ['counted_cell', 'counted_event']) await sql`delete from ${sql.table(`evidence.${table}`)} where network_id = ${network}::uuid and ${names}`.execute(tx);
}

/** Names in two lots of about as many events; in one when there are few. */
function shared(names: readonly { readonly name: string; readonly many: number }[]): readonly [string[], string[]] {
  const lots: [string[], string[]] = [[], []];
  const weights = [0, 0];
  const few = names.reduce((sum, { many }) => sum + many, 0) < MANY;
  for (const { name, many } of names) {
    const at = few || weights[0]! <= weights[1]! ? 0 : 1;
    lots[at].push(name);
    weights[at]! += many;
  }
  return lots;
}

/** Counts all events of some names: first their rows, in the order of their key, then whom they met, then the cells. Returns how many count. */
async function countNames(tx: AnyTx, network: string, names: readonly string[], settled: string): Promise<number> {
  if (names.length === 0) return 0;
  const which = sql`e.name in (${sql.join(names.map((name) => sql.lit(name)))}) and e.xid < ${settled}::xid8`;
  const { numAffectedRows = 0n } = await sql`insert into evidence.counted_event (network_id, ${columns}) select ${network}::uuid, ${columns}
    from (${freshRows(network, which, notStruck(network))}) as e order by hub_id, name, day, event_id`.execute(tx);
  await sql`set local enable_hashagg = off`.execute(tx);
  await metOnce(network, names).execute(tx);
  await sql`set local enable_hashagg = on`.execute(tx);
  await sql`analyze met`.execute(tx);
  await sql`insert into evidence.counted_cell (network_id, name, thing, level, place, cut, month, keys, units, events, totals)
    select ${network}::uuid, w.* from (${wholeCells(network, names)}) as w`.execute(tx);
  await sql`drop table met`.execute(tx);
  return Number(numAffectedRows);
}

/** Whether an event was not struck out since, for all at once: those that strike are few and are gathered first. */
const notStruck = (network: string): RawBuilder<unknown> => sql`not exists (select from core.event u join (values ${sql.join(Object.entries(strikes).flatMap(([name, { by, onlyEarlier }]) =>
  by.map((one) => sql`(${sql.lit(one)}, ${sql.lit(name)}, ${sql.lit(onlyEarlier)})`)))}) as struck (by, name, only_earlier) on struck.by = u.name
  where u.network_id = ${network}::uuid and u.subject_id = e.subject_id and struck.name = e.name and (not struck.only_earlier or u.id > e.id))`;
