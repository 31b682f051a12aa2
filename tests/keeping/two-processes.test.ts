import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#core/id.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { type House, openHouse } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { openHadina } from '#apps/open-hadina.ts';
import '#apps/web/sitemap.ts';
import { openHub } from '#modules/network/open-hub/open-hub.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { newFolder } from '#tests/fixtures/hadina-folder.ts';
import { hireStaff } from '#tests/fixtures/hire-staff.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import { type Running, server, start } from '#tests/fixtures/own-server.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

const slow = 240_000;

async function world(house: House) {
  const network = newId();
  await act(house, consoleActor(network), openNetwork, { names: { ar: 'شبكة', fr: 'Réseau' }, countries: ['TN'] });
  const { hub } = await act(house, consoleActor(network), openHub, { kind: 'citess', country: 'TN', territory: 'TN-43', names: { ar: 'مركز', fr: 'Centre' } });
  const officer = await hireStaff({ house, network, hub }, 'desk_officer');
  return { network, hub, officer, cookie: `__Host-session=${await newSession(house, officer)}` };
}

test('two processes behind one database are one house', async () => {
  const { home, url, key } = await server();
  const first = await openHadina({ as: 'client', env: { HADINA_HOME: await newFolder(), HADINA_KEY_FILE: key, DATABASE_URL: url } });
  onTestFinished(() => first.close());
  const { house } = first;
  const { network, hub, officer, cookie } = await world(house);

  // Both at once, on a database that is migrated already: logins, jobs and places are prepared twice without harm.
  const [a, b] = await Promise.all([start(url, key), start(url, key)]);
  await Promise.all([a.open, b.open]);
  const get = (at: Running, path: string) => fetch(`${at.origin}${path}`, { headers: { cookie }, redirect: 'manual' });
  const token = async (at: Running) => /name="_csrf" value="([^"]+)"/.exec(await (await get(at, '/desk/tickets/new')).text())![1]!;
  const post = async (at: Running, path: string, fields: Record<string, string>, from = at) => fetch(`${at.origin}${path}`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ _csrf: await token(from), ...fields }),
    headers: { cookie, origin: at.origin, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });

  // Her session is in the database, the token of her form too: what one process gave the other takes.
  for (let i = 0; i < 6; i++) expect((await get(i % 2 ? a : b, '/desk')).status).toBe(200);
  const many = 10;
  for (let i = 0; i < many; i++) expect((await post(i % 2 ? a : b, '/desk/tickets/new', { _key: newId(), via: 'walk-in', reason: 'project' }, i % 3 ? a : b)).status).toBe(303);
  const numbers = () => ownerQuery<{ number: number }>(house, 'select number from desk.ticket where network_id = $1 and hub_id = $2 order by number', [network, hub]);
  expect((await numbers()).map(({ number }) => number)).toEqual(Array.from({ length: many }, (_, i) => i + 1));

  // Both at the same moment, half of them twice with the same key at either process: one ticket each, no number twice.
  const keys = Array.from({ length: 8 }, () => newId());
  const answers = await Promise.all([...keys.map((_key, i) => post(i % 2 ? a : b, '/desk/tickets/new', { _key, via: 'walk-in', reason: 'project' })),
    ...keys.slice(0, 4).map((_key) => post(b, '/desk/tickets/new', { _key, via: 'walk-in', reason: 'project' }))]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  expect((await numbers()).map(({ number }) => number)).toEqual(Array.from({ length: many + keys.length }, (_, i) => i + 1));

  // A schedule is kept once for both, and a job is done by one of them.
  const crontabs = await ownerQuery<{ identifier: string }>(house, 'select identifier from graphile_worker._private_known_crontabs');
  expect(new Set(crontabs.map(({ identifier }) => identifier)).size).toBe(crontabs.length);
  for (let i = 0; i < 12; i++) {
    await ownerQuery(house, `select graphile_worker.add_job('act', json_build_object('network', $1::text, 'action', 'network.warn-of-ending-agreements', 'input', '{}'::json))`, [network]);
  }
  const left = async () => Number((await ownerQuery<{ many: string }>(house, 'select count(*) as many from graphile_worker._private_jobs'))[0]!.many);
  await expect.poll(left, { timeout: 60_000, interval: 300 }).toBe(0);
  const done = await ownerQuery(house, `select from core.command where network_id = $1 and action = 'network.warn-of-ending-agreements'`, [network]);
  expect(done).toHaveLength(12);

  // Out at one door is out at both.
  await ownerQuery(house, 'update network.session set closed_at = now() where network_id = $1 and account_id = $2', [network, officer.account]);
  for (const at of [a, b]) expect((await get(at, '/desk')).status).not.toBe(200);

  // One is stopped in order, the other goes on; then every event is in one chain, whichever process sealed it.
  expect(await a.stop('SIGTERM')).toBe(0);
  expect((await fetch(`${b.origin}/readyz`)).status).toBe(200);
  expect(await b.stop('SIGTERM')).toBe(0);
  const { verifyAll } = await import('#core/chain/verify-all.ts');
  const [verdict] = await verifyAll(house.worker, { ...first.sealer, headsFile: join(home, 'heads.log') }, first.signing);
  const [{ many: events }] = await ownerQuery<{ many: string }>(house, 'select count(*) as many from core.event where network_id = $1', [network]) as [{ many: string }];
  expect(verdict).toMatchObject({ network, broken: null, events: BigInt(events) });
}, slow);

test('a process with another master key is refused before it locks the others out', async () => {
  const { url, key } = await server();
  const first = await openHadina({ as: 'client', env: { HADINA_HOME: await newFolder(), HADINA_KEY_FILE: key, DATABASE_URL: url } });
  onTestFinished(() => first.close());
  const other = await newFolder();
  await mkdir(other, { recursive: true });
  await loadMasterKey(other, {});
  await expect(openHadina({ as: 'client', env: { HADINA_HOME: other, DATABASE_URL: url } })).rejects.toMatchObject({ code: 'key-does-not-fit' });
  const again = openHouse((login, name) => first.house.connectAs(login, name), await loadMasterKey('/', { HADINA_KEY_FILE: key }));
  onTestFinished(() => again.close());
  expect((await again.app.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
}, slow);
