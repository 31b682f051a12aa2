import { beforeAll, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { addLocation } from '../add-location/add-location.ts';
import { editService } from '../edit-service/edit-service.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';
import { withdrawService } from '../withdraw-service/withdraw-service.ts';
import { serviceList, serviceSearch } from './service-search.query.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

const anyone = () => visitor(directory.world.network);
const look = (filter: Record<string, unknown>) => directory.ask(serviceSearch, filter, anyone());

test('each choice says how many it would find, the others staying as chosen', async () => {
  await directory.service({ names: { fr: 'Un' }, mainType: 'LEG', modes: ['online'], languages: ['fr'], areas: ['TN-43'] });
  await directory.service({ names: { fr: 'Deux' }, mainType: 'LEG', modes: ['on-site'], languages: ['ar'], areas: ['TN-53'] });
  await directory.service({ names: { fr: 'Trois' }, mainType: 'FIN', modes: ['on-site'], stages: ['idea'], areas: ['TN'] });
  await directory.service({ names: { fr: 'Caché' }, mainType: 'FIN', listed: false });
  const { facets, total } = await look({ type: 'LEG', mode: 'on-site' });
  expect(total).toBe(1);
  expect(facets.type).toEqual({ LEG: 1, FIN: 1 });
  expect(facets.mode).toEqual({ 'on-site': 1, online: 1 });
  expect(facets.stage).toEqual({ idea: 1, creation: 1, development: 1, sustainability: 1 });
  expect(facets.without).toEqual({ type: 2, mode: 2 });
  // Whoever covers the country covers each governorate; choosing the country finds all of them.
  const all = await look({});
  expect(all.facets.territory).toMatchObject({ 'TN-43': 2, 'TN-53': 2, TN: 3 });
  for (const [code, number] of Object.entries(all.facets.territory)) expect((await look({ territory: code })).total, code).toBe(number);
});

test('every change is seen at once: edited, placed elsewhere, withdrawn', async () => {
  const before = (await look({ type: 'CAP' })).total;
  const service = await directory.service({ names: { fr: 'Quatre' }, mainType: 'CAP', modes: ['on-site'] });
  expect((await look({ type: 'CAP' })).total).toBe(before + 1);
  const { location } = await directory.do(addLocation, { names: { fr: 'Salle' }, kind: 'physical', territory: 'TN-11' } as never);
  await directory.do(offerAtLocation, { service, location });
  expect((await look({ type: 'CAP', territory: 'TN-11' })).total).toBe(1);
  const organization = (await directory.ask(serviceList, { type: 'CAP' })).services[0]!.organization;
  await directory.do(editService, { service, version: 1, organization, names: { fr: 'Quatre' }, mainType: 'PRO', modes: ['online'], listed: true } as never);
  expect((await look({ type: 'CAP' })).total).toBe(before);
  expect((await look({ type: 'PRO', mode: 'online' })).services[0]?.id).toBe(service);
  await directory.do(withdrawService, { service, reason: 'ended' });
  expect((await look({ type: 'PRO' })).total).toBe(0);
});

test('what another network lists never counts, even asked in turn', async () => {
  const other = await openDirectory(await openHub());
  await other.service({ mainType: 'COW' });
  const mine = async () => (await look({})).facets.type.COW ?? 0;
  expect(await mine()).toBe(0);
  expect((await other.ask(serviceSearch, {}, visitor(other.world.network))).facets.type.COW).toBe(1);
  expect(await mine()).toBe(0);
});

test('many readers at once while colleagues write: nobody counts less than what stood when she asked', async () => {
  const start = (await look({ type: 'NET' })).total;
  let written = 0;
  const writing = (async () => {
    for (let n = 0; n < 8; n++) {
      await directory.service({ names: { fr: `Réseau ${n}` }, mainType: 'NET' });
      written = n + 1;
    }
  })();
  const reading = Array.from({ length: 6 }, async () => {
    for (let n = 0; n < 5; n++) {
      const atLeast = start + written;
      expect((await look({ type: 'NET' })).total).toBeGreaterThanOrEqual(atLeast);
    }
  });
  await Promise.all([writing, ...reading]);
  expect((await look({ type: 'NET' })).total).toBe(start + 8);
});

test('an empty list says which choice stands in the way, and with how many without it', async () => {
  const web = await openWeb(directory.world);
  const page = await (await web.get('/directory?type=LEG&language=es&lang=fr')).text();
  expect(page.replace(/[\u2068\u2069]/g, '')).toContain('<a href="/directory?type=LEG">Sans «\u00A0espagnol\u00A0»\u00A0: 2 services</a>');
});
