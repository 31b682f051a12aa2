import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { signingKey } from '#core/chain/signing.ts';
import { act } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { markLater, marks, openProbe } from '#tests/fixtures/probe.ts';
import { openHadina } from '../open-hadina.ts';
import { openLog } from '../log.ts';
import { startWork } from './work.ts';

let world: World;
const jobs = () => ownerQuery(world.house, "select id from graphile_worker._private_jobs where payload ->> 'network' = $1", [world.network]);

// A house of its own: who works here does every job that waits, those of other tests too.
beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'hadina-work-'));
  vi.stubEnv('HADINA_TEST_HOME', home);
  vi.stubEnv('DATABASE_URL', undefined);
  const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  await openProbe();
  world = await openHub();
  return async () => {
    await hadina.close();
    await rm(home, { recursive: true, force: true });
  };
}, 120_000);

it('does a job once, after its transaction was kept, and never one whose transaction was not', async () => {
  const officer = await world.as('desk_officer');
  await act(world.house, officer, markLater, { note: 'by job' });
  await expect(act(world.house, officer, markLater, { note: 'never', way: 'break' })).rejects.toThrow('broke');
  await act(world.house, officer, markLater, { note: 'dry' }, { dryRun: true });
  expect(await jobs()).toHaveLength(1);
  const sealer = { pool: world.house.worker, key: signingKey(world.house.keyFor('chain-heads')), headsFile: join(process.env.HADINA_TEST_HOME!, 'heads.log') };
  const work = await startWork(world.house, sealer, openLog());
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 15_000);
  await work.stop();
  expect(await Promise.all(['by job', 'never', 'dry'].map((note) => marks(world.network, note)))).toEqual([1, 0, 0]);
  const done = await ownerQuery(world.house, "select app, account_id, key is not null as keyed from core.event where network_id = $1 and app = 'job'", [world.network]);
  expect(done).toEqual([{ app: 'job', account_id: null, keyed: true }]);
  const sealed = await ownerQuery(world.house, 'select 1 from core.seal join core.event on event.id = event_id where event.network_id = $1', [world.network]);
  expect(sealed.length).toBeGreaterThan(0);
});

it('is not done again when it was cut off between its commit and the mark that it is done', async () => {
  await act(world.house, await world.as('desk_officer'), markLater, { note: 'cut off' });
  const [job] = await jobs();
  const sealer = { pool: world.house.worker, key: signingKey(world.house.keyFor('chain-heads')), headsFile: join(process.env.HADINA_TEST_HOME!, 'heads.log') };
  const once = await startWork(world.house, sealer, openLog());
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 15_000);
  await once.stop();
  await ownerQuery(world.house, `insert into graphile_worker._private_jobs (id, task_id, payload) overriding system value
    select $1, id, $2::json from graphile_worker._private_tasks where identifier = 'act'`,
    [job!.id, JSON.stringify({ network: world.network, action: 'probe.mark-by-job', input: { note: 'cut off' } })]);
  const again = await startWork(world.house, sealer, openLog());
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 15_000);
  await again.stop();
  expect(await marks(world.network, 'cut off')).toBe(1);
});
