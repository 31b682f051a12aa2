import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { addLocation } from '../add-location/add-location.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';
import { setEligibility } from '../set-eligibility/set-eligibility.ts';
import { setSchedule } from '../set-schedule/set-schedule.ts';
import { hsdsService, hsdsServices } from './hsds.query.ts';
import { offsetHours } from './schedules-of.ts';

let directory: Directory;
let service: string;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
  service = await directory.service({
    names: { ar: 'ورشة', fr: 'Atelier' }, descriptions: { fr: 'On apprend.' }, stages: ['idea'], languages: ['aeb', 'fr'], areas: ['TN-43'],
    childcare: true, phone: '+216 73 000 000', email: 'atelier@hadina.example', url: 'https://example.org/a', capacityPlaces: 10, freePlaces: 4, waitingDays: 7,
    costs: [{ amount: '12.5', currency: 'TND' }], documents: [{ fr: 'CIN' }],
  });
  const { location } = await directory.do(addLocation, {
    names: { fr: 'Maison' }, kind: 'physical', territory: 'TN-43', address: { fr: '1 rue de la Poste' }, locality: 'Regueb', postalCode: '9170',
    latitude: '34.86', longitude: '9.78', accessibility: ['lift'],
  } as never);
  await directory.do(offerAtLocation, { service, location });
  const line = { weekday: 1, opens: '09:00', closes: '12:00', byAppointment: false };
  await directory.do(setSchedule, { service, openings: [{ ...line, season: 'ordinary' }, { ...line, weekday: 3, season: 'ordinary' }, { ...line, season: 'ramadan' }] });
  await directory.do(setEligibility, { service, rules: [{ field: 'age', lowest: 18, highest: 35, codes: [], words: {} }], priorities: [] });
  await directory.service({ listed: false, names: { fr: 'Caché' } });
});

const anyone = () => visitor(directory.world.network, 'api');

test('says what the entry says', async () => {
  const entry = (await directory.ask(hsdsService, { id: service }, anyone())) as Record<string, any>;
  expect(entry).toMatchObject({
    id: service, name: 'Atelier', alternate_name: 'ورشة', status: 'active', minimum_age: 18, maximum_age: 35, wait_time: '7 days',
    cost_options: [{ amount: 12.5, currency: 'TND' }], capacities: [{ available: 4, maximum: 10 }],
    service_areas: [{ extent: 'TN-43', name: 'Sidi Bouzid' }],
    service_at_locations: [{ location: { addresses: [{ address_1: '1 rue de la Poste', country: 'TN', postal_code: '9170' }] } }],
  });
  expect(entry.schedules.map((schedule: { byday: string }) => schedule.byday)).toEqual(['MO,WE', 'MO']);
  expect(entry.schedules[0].opens_at).toBe('09:00+01:00');
  expect(entry.schedules[1].valid_from).toMatch(/^\d{4}-/);
  expect(await directory.ask(hsdsService, { id: service }, anyone())).toEqual(entry);
});

test('lists the listed ones only, page by page', async () => {
  const page = await directory.ask(hsdsServices, { per_page: '1' } as never, anyone());
  expect(page).toMatchObject({ total_items: 1, total_pages: 1, page_number: 1, size: 1, first_page: true, last_page: true, empty: false });
  expect((await directory.ask(hsdsServices, { search: 'caché' }, anyone())).empty).toBe(true);
  const other = await openDirectory(await openHub());
  await expect(other.ask(hsdsService, { id: service })).rejects.toMatchObject({ name: 'NotFound' });
});

test('offsets of time zones', () => {
  expect([offsetHours('Africa/Tunis', new Date(0)), offsetHours('Asia/Kolkata', new Date()), offsetHours('UTC', new Date())]).toEqual([1, 5.5, 0]);
});

const folder = resolve(process.env.HADINA_STANDARDS ?? '../shared/standards', 'hsds/schema');
const present = existsSync(folder);

describe.skipIf(!present)(`HSDS 3.1 schema${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, () => {
  const strict = () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    const formats: Record<string, RegExp> = {
      uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, uri: /^https?:\/\/\S+$/, email: /^\S+@\S+$/,
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, date: /^\d{4}-\d\d-\d\d$/,
    };
    for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'openapi.json')) {
      // Every member must be one that HSDS knows: the schema itself leaves others open.
      ajv.addSchema({ ...JSON.parse(readFileSync(join(folder, file), 'utf8')), additionalProperties: false }, file);
    }
    return ajv.getSchema('service.json')!;
  };

  test('a whole service and a line of the list are valid', async () => {
    const validate = strict();
    for (const lang of ['ar', 'fr', 'en'] as const) {
      expect(validate(await directory.ask(hsdsService, { id: service, lang }, anyone())), JSON.stringify(validate.errors)).toBe(true);
      for (const line of (await directory.ask(hsdsServices, { lang }, anyone())).contents) expect(validate(line), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test('the judge bites', () => {
    const validate = strict();
    expect(validate({ id: service, name: 'x', status: 'open' })).toBe(false);
    expect(validate({ id: 'x', name: 'x', status: 'active' })).toBe(false);
    expect(validate({ id: service, name: 'x', status: 'active', nom: 'x' })).toBe(false);
  });
});
