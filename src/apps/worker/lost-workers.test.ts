import { EventEmitter } from 'node:events';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { newId } from '#core/id.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { openLog } from '../log.ts';
import { watchForLost } from './lost-workers.ts';

it('marks workers that are born at once one after the other: its connection is asked one thing at a time', async () => {
  const house = await testHouse();
  const asked = pg.Client.prototype.query as (...of: unknown[]) => Promise<unknown>;
  let [under, most] = [0, 0];
  const watched = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (this: pg.Client, ...of: unknown[]) {
    if (!String(of[0]).includes('pg_advisory_lock_shared')) return asked.apply(this, of);
    most = Math.max(most, ++under);
    return asked.apply(this, of).finally(() => { under -= 1; });
  } as never);
  const births = new EventEmitter();
  const lost = await watchForLost(house.connectAs('hadina_worker'), births, openLog());
  try {
    const workers = ['a', 'b', 'c', 'd'].map((letter) => `${letter}-${newId()}`);
    for (const workerId of workers) births.emit('worker:create', { worker: { workerId } });
    const marked = `select count(*)::int as many from pg_locks where locktype = 'advisory' and classid = 74210 and granted and objid in (select (hashtext(w)::bigint & 4294967295)::oid from unnest($1::text[]) w)`;
    await vi.waitFor(async () => expect(await ownerQuery(house, marked, [workers])).toEqual([{ many: 4 }]), { timeout: 10_000 });
    expect(most).toBe(1);
  } finally {
    await lost.stop();
    watched.mockRestore();
  }
});
