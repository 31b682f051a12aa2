import { beforeAll, expect, test } from 'vitest';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { addLocation } from '../add-location/add-location.ts';
import { locations } from '../locations/locations.query.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';
import { serviceSheet } from '../service-page/service-page.query.ts';
import { setSchedule } from './set-schedule.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

test('hours of the year and of Ramadan, empty lines left out', async () => {
  const service = await directory.service();
  await directory.do(setSchedule, {
    service,
    openings: { 0: { season: 'ordinary', weekday: '1', opens: '08:30', closes: '16:00', byAppointment: 'true' }, 1: { season: 'ramadan', weekday: '1', opens: '09:00', closes: '14:00' }, 2: { season: 'ordinary', weekday: '2', opens: '', closes: '' } },
  } as never);
  const { entry } = await directory.ask(serviceSheet, { service });
  expect(entry.openings).toMatchObject([
    { season: 'ordinary', weekday: 1, opens: '08:30', closes: '16:00', byAppointment: true },
    { season: 'ramadan', weekday: 1, opens: '09:00', closes: '14:00', byAppointment: false },
  ]);
  await expect(directory.do(setSchedule, { service, openings: [{ season: 'ordinary', weekday: 3, opens: '16:00', closes: '16:00', byAppointment: false }] }))
    .rejects.toMatchObject({ code: 'directory.closes-before-it-opens', field: 'openings.0.closes' });
});

test('a place is added once and a service offered there once', async () => {
  const service = await directory.service();
  const place = { names: { fr: 'Maison de quartier' }, kind: 'physical' as const, territory: 'TN-43', latitude: '35.04', longitude: '9.48' };
  const { location } = await directory.do(addLocation, place as never);
  const both = await Promise.allSettled([1, 2].map(() => directory.do(offerAtLocation, { service, location })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'directory.already-offered-there' } });
  const { entry } = await directory.ask(serviceSheet, { service });
  expect(entry.places).toMatchObject([{ location, territory: 'TN-43', latitude: 35.04, longitude: 9.48 }]);
  expect((await directory.ask(locations, {})).locations.map(({ id }) => id)).toContain(location);
});

test('refuses a place that cannot be', async () => {
  const add = (more: object) => directory.do(addLocation, { names: { fr: 'X' }, kind: 'physical', ...more } as never);
  await expect(add({ latitude: '35.04' })).rejects.toMatchObject({ code: 'directory.half-position' });
  await expect(add({ territory: 'TN-99' })).rejects.toMatchObject({ code: 'directory.unknown-territory' });
  await expect(add({ organization: '018f0000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'directory.unknown-organization' });
  const stranger = await openDirectory(await openHub());
  const { location } = (await add({})) as { location: string };
  const service = await stranger.service();
  await expect(stranger.do(offerAtLocation, { service, location })).rejects.toMatchObject({ name: 'NotFound' });
});
