import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { together } from '#core/together.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { makeMark, openProbe } from '#tests/fixtures/probe.ts';
import { beginFor } from './context.ts';
import { inTransaction } from './transaction.ts';

/** Says of every statement whether its connection was still busy with another when it was handed over. */
function watchConnections() {
  const busy = new WeakMap<pg.Client, number>();
  const met: string[] = [];
  const real = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    if (busy.get(this)) met.push(String((args[0] as { text?: string }).text ?? args[0]));
    const asked = real.apply(this, args);
    if (asked instanceof Promise) {
      busy.set(this, (busy.get(this) ?? 0) + 1);
      const done = () => busy.set(this, busy.get(this)! - 1);
      asked.then(done, done);
    }
    return asked;
  } as never);
  return met;
}

afterEach(() => { vi.restoreAllMocks(); });

async function opened() {
  await openProbe();
  const world = await openHub();
  const officer: Actor = await world.as('desk_officer');
  return { house: world.house, officer, met: watchConnections() };
}

it('many statements asked at once of one transaction reach the connection one after the other, in their order', async () => {
  const { house, officer, met } = await opened();
  const answers = await inTransaction(house.app, beginFor(officer), (tx) =>
    Promise.all([5, 4, 3, 2, 1].map((each) => sql<{ said: number }>`select ${each}::int as said from pg_sleep(${each / 500})`.execute(tx))));
  expect(answers.map(({ rows }) => rows[0]!.said)).toEqual([5, 4, 3, 2, 1]);
  expect(met).toEqual([]);
});

it('one that fails undoes all of them and leaves the connection to the next', async () => {
  const { house, officer, met } = await opened();
  const work = inTransaction(house.app, beginFor(officer), (tx) => Promise.all([sql`select 1`, sql`select 1 / 0`, sql`select 2`, sql`select 3`].map((each) => each.execute(tx))));
  await expect(work).rejects.toThrow('division by zero');
  expect((await inTransaction(house.app, beginFor(officer), (tx) => sql<{ said: number }>`select 1 as said`.execute(tx))).rows).toEqual([{ said: 1 }]);
  expect(met).toEqual([]);
});

it('several actions in one transaction take turns too', async () => {
  const { house, officer, met } = await opened();
  await together(house, async (shared) => {
    await act(shared, officer, makeMark, { note: 'one' });
    await expect(act(shared, officer, makeMark, { note: 'not kept', way: 'refuse' })).rejects.toMatchObject({ code: 'probe.not-now' });
    await act(shared, officer, makeMark, { note: 'two' });
  });
  expect(met).toEqual([]);
});
