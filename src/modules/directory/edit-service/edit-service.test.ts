import { beforeAll, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { serviceList, serviceSearch } from '../service-search/service-search.query.ts';
import { servicePage, serviceSheet } from '../service-page/service-page.query.ts';
import { setCapacity } from '../set-capacity/set-capacity.ts';
import { verifyService } from '../verify-service/verify-service.ts';
import { withdrawService } from '../withdraw-service/withdraw-service.ts';
import { editService } from './edit-service.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

const least = { mainType: 'LEG' as const, modes: ['online' as const], listed: true };

test('an edit is found under its new words only', async () => {
  const organization = await directory.body();
  const service = await directory.service({ organization, names: { fr: 'Poterie' } });
  await directory.do(editService, { service, version: 1, organization, ...least, names: { fr: 'Vannerie' } });
  expect((await directory.ask(serviceList, { q: 'vannerie' })).services.map(({ id }) => id)).toEqual([service]);
  expect((await directory.ask(serviceList, { q: 'poterie' })).services.map(({ id }) => id)).not.toContain(service);
});

test('two colleagues on one entry: one wins, the other is told', async () => {
  const organization = await directory.body();
  const service = await directory.service({ organization });
  const both = await Promise.allSettled(
    ['Un', 'Deux'].map((fr) => directory.do(editService, { service, version: 1, organization, ...least, names: { fr } })),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'directory.changed-meanwhile' } });
});

test('another hub cannot write it, whatever it tries', async () => {
  const service = await directory.service();
  const neighbour = await openDirectory(await directory.world.secondHub());
  const organization = await neighbour.body();
  for (const attempt of [
    () => neighbour.do(editService, { service, version: 1, organization, ...least, names: { fr: 'Volé' } }),
    () => neighbour.do(verifyService, { service }),
    () => neighbour.do(setCapacity, { service, freePlaces: 0 }),
    () => neighbour.do(withdrawService, { service, reason: 'ended' }),
  ]) await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
});

test('editing refuses an unknown body and an unknown territory', async () => {
  const organization = await directory.body();
  const service = await directory.service({ organization });
  const edit = (more: object) => directory.do(editService, { service, version: 1, organization, ...least, names: { fr: 'X' }, ...more });
  await expect(edit({ organization: '018f0000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'directory.unknown-organization' });
  await expect(edit({ areas: ['XX-1'] })).rejects.toMatchObject({ code: 'directory.unknown-territory' });
});

test('capacity is kept, and impossible numbers refused', async () => {
  const service = await directory.service();
  await expect(directory.do(setCapacity, { service, capacityPlaces: 1, freePlaces: 2 })).rejects.toMatchObject({ code: 'directory.more-free-than-places' });
  await directory.do(setCapacity, { service, capacityPlaces: 10, freePlaces: 0, waitingDays: 21, status: 'temporarily closed' });
  const { entry } = await directory.ask(serviceSheet, { service });
  expect(entry).toMatchObject({ capacityPlaces: 10, freePlaces: 0, waitingDays: 21, status: 'temporarily closed' });
});

test('a withdrawn service is gone for the public and from lists, and cannot be changed', async () => {
  const service = await directory.service({ names: { fr: 'Ferronnerie' } });
  await directory.do(withdrawService, { service, reason: 'ended' });
  const anyone = visitor(directory.world.network);
  expect((await directory.ask(serviceSearch, { q: 'ferronnerie' }, anyone)).total).toBe(0);
  await expect(directory.ask(servicePage, { service }, anyone)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(directory.do(verifyService, { service })).rejects.toMatchObject({ name: 'NotFound' });
});

test('an unlisted service is for staff only', async () => {
  const service = await directory.service({ names: { fr: 'Hébergement discret' }, listed: false });
  const anyone = visitor(directory.world.network);
  expect((await directory.ask(serviceSearch, { q: 'hébergement' }, anyone)).total).toBe(0);
  await expect(directory.ask(servicePage, { service }, anyone)).rejects.toMatchObject({ name: 'NotFound' });
  expect((await directory.ask(serviceList, { q: 'hébergement' })).total).toBe(1);
});
