import type pg from 'pg';
import { beginFor } from '#core/db/context.ts';
import { openPool } from '#core/db/pool.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { sql } from 'kysely';
import type { Random } from '../random.ts';
import { type AtHub, shownTo } from './two-hubs.ts';

/** What of a context would tell that it outlived its transaction. */
const LEFT = `select concat(${['network', 'account', 'hub', 'hubs', 'managed_hubs', 'manages_network', 'link'].map((name) => `current_setting('app.${name}', true)`).join(', ')}) as said, (select count(*)::int from desk.ticket) as rows`;

/** One round in so many has a transaction that dies half-way. */
const DIES = 10;

/**
 * Lets two users of two hubs ask by turns over one connection, so many times, some of them together and some after a transaction that died half-way.
 * Gives what anybody saw of the other hub, and what stood in the connection between two transactions.
 */
export async function alternate(house: House, hubs: readonly [AtHub, AtHub], times: number, random: Random, worn: (pool: pg.Pool) => pg.Pool = (pool) => pool): Promise<{ faults: string[]; died: number }> {
  const one = worn(openPool({ ...house.connectAs('hadina_app'), max: 1, pipeline: true }));
  const narrow: House = { ...house, app: one };
  const faults = new Set<string>();
  let died = 0;
  const looked = async ({ actor, waiting }: AtHub): Promise<void> => {
    const shown = await shownTo(narrow, actor);
    if (String(shown) !== String(waiting)) faults.add(`who should see ${waiting.length} tickets sees ${shown.length}, ${shown.filter((id) => !waiting.includes(id)).length} of them strange`);
  };
  try {
    for (let n = 0; n < times; n += 2) {
      const [first, second] = random.once(2) ? hubs : [hubs[1], hubs[0]];
      if (random.once(DIES)) {
        died++;
        await dieHalfWay(one, first, random.below(4));
        const { rows: [left] } = await one.query<{ said: string; rows: number }>(LEFT);
        if (left!.said.replaceAll('{}', '') || left!.rows) faults.add(`between two transactions the connection still knows ${left!.said || 'nobody'} and shows ${left!.rows} tickets`);
      }
      await Promise.all([looked(first), looked(second)]);
    }
    return { faults: [...faults], died };
  } finally {
    await one.end();
  }
}

/** A transaction in the name of somebody that does not come to its end: she is thrown out, a statement fails, one is still on its way, or the line is cut. */
async function dieHalfWay(pool: pg.Pool, { actor }: AtHub, how: number): Promise<void> {
  if (how === 3) return cutHalfWay(pool, actor);
  await inTransaction(pool, beginFor(actor), async (tx) => {
    const asked = sql`select count(*) from desk.ticket`.execute(tx);
    if (how === 0) await asked;
    if (how === 1) await sql`select 1 / 0`.execute(tx);
    asked.catch(() => {});
    throw new Error('died half-way');
  }).catch(() => {});
}

async function cutHalfWay(pool: pg.Pool, actor: AtHub['actor']): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(beginFor(actor));
    const asked = client.query('select count(*) from desk.ticket').catch(() => {});
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await asked;
  } finally {
    client.release(true);
  }
}
