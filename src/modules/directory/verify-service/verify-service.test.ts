import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { verifyServiceByOutcome } from '../public.ts';
import { serviceList } from '../service-search/service-search.query.ts';
import { serviceSheet } from '../service-page/service-page.query.ts';
import { staleServices } from '../stale-services/stale-services.query.ts';
import { listService } from '../list-service/list-service.ts';
import { verifyService } from './verify-service.ts';

let directory: Directory;
let longAgo: Actor;
beforeAll(async () => {
  directory = await openDirectory(await openHub({ demo: true }));
  longAgo = { ...directory.manager, app: 'demo', demoAt: new Date(Date.now() - 181 * 86_400_000) };
});

const oldService = async (): Promise<string> => {
  const organization = await directory.body();
  const input = { organization, names: { fr: 'Ancien' }, mainType: 'INF' as const, modes: ['on-site' as const], listed: true };
  return (await directory.do(listService, input, longAgo)).service;
};
const isStale = async (service: string) => (await directory.ask(serviceSheet, { service })).entry.stale;

test('after 180 days an entry is old, a check makes it fresh', async () => {
  const service = await oldService();
  expect(await isStale(service)).toBe(true);
  expect((await directory.ask(staleServices, {})).services.map(({ id }) => id)).toContain(service);
  expect((await directory.ask(serviceList, { stale: true })).services.map(({ id }) => id)).toContain(service);
  await directory.do(verifyService, { service }, await directory.world.as('coach'));
  expect(await isStale(service)).toBe(false);
  expect((await directory.ask(staleServices, {})).services.map(({ id }) => id)).not.toContain(service);
});

test('a person served makes it fresh, users assess it, and no one is named', async () => {
  const service = await oldService();
  const { house, network } = directory.world;
  const neighbour = await (await directory.world.secondHub()).as('desk_officer');
  await inTransaction(house.app, beginFor(neighbour), async (tx, now) => {
    await verifyServiceByOutcome({ tx, network, now, actor: neighbour }, { service, kind: 'served' });
    await verifyServiceByOutcome({ tx, network, now, actor: neighbour }, { service, kind: 'assessed', faces: 5 });
    await verifyServiceByOutcome({ tx, network, now, actor: neighbour }, { service, kind: 'assessed', faces: 2 });
  });
  const { entry } = await directory.ask(serviceSheet, { service });
  expect(entry).toMatchObject({ stale: false, served: 1, assessed: { count: 2, mean: 3.5 } });
});

test('a stranger’s sign of life does not reach another network', async () => {
  const service = await oldService();
  const stranger = await openHub();
  const officer = await stranger.as('desk_officer');
  await expect(
    inTransaction(stranger.house.app, beginFor(officer), (tx, now) =>
      verifyServiceByOutcome({ tx, network: stranger.network, now, actor: officer }, { service, kind: 'served' })),
  ).rejects.toThrow(/foreign key/);
  await expect(
    inTransaction(stranger.house.app, beginFor(officer), (tx) =>
      tx.insertInto('directory.service_use').values({ network_id: directory.world.network, id: newId(), service_id: service, kind: 'served', faces: null, used_on: '2026-01-05' }).execute()),
  ).rejects.toThrow(/row-level security/);
});
