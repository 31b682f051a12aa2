import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { addLocation } from '../add-location/add-location.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';

let directory: Directory;
let web: Web;
const ids: Record<string, string> = {};
beforeAll(async () => {
  directory = await openDirectory(await openHub());
  web = await openWeb(directory.world);
  ids.union = await directory.body({ fr: 'Union des tisserandes', ar: 'اتحاد النساجات' });
  ids.weaving = await directory.service({ names: { fr: 'Tissage' }, mainType: 'CAP', organization: ids.union, areas: ['TN-43'], childcare: true, stages: ['idea'] });
  ids.legal = await directory.service({ names: { fr: 'Conseil juridique', ar: 'استشارة' }, mainType: 'LEG', modes: ['online'] });
  ids.hidden = await directory.service({ names: { fr: 'Caché' }, listed: false });
  ids.place = (await directory.do(addLocation, {
    names: { fr: 'Maison' }, kind: 'physical', territory: 'TN-43', address: { fr: '1 rue de la Poste' }, locality: 'Regueb', postalCode: '9170', latitude: '34.86', longitude: '9.78',
  } as never)).location;
  ids.at = (await directory.do(offerAtLocation, { service: ids.weaving, location: ids.place })).at;
  await directory.do(offerAtLocation, { service: ids.hidden, location: ids.place });
});

const get = async (path: string): Promise<any> => {
  const response = await web.app.request(`http://localhost/hsds${path}`);
  return { status: response.status, ...(await response.json() as object) };
};
const idsOf = async (path: string): Promise<string[]> => (await get(path)).contents.map(({ id }: { id: string }) => id);

describe('lists', () => {
  test('say which version they are, without a token', async () => {
    expect(await get('')).toMatchObject({ status: 200, version: '3.1' });
  });

  test('are paged: every service once, in a stable order', async () => {
    const pages = await Promise.all([1, 2].map((page) => get(`/services?page=${page}&per_page=1`)));
    expect(pages.map(({ total_items, total_pages, page_number, size, first_page, last_page, empty }) => [total_items, total_pages, page_number, size, first_page, last_page, empty]))
      .toEqual([[2, 2, 1, 1, true, false, false], [2, 2, 2, 1, false, true, false]]);
    expect(pages.flatMap(({ contents }) => contents.map(({ id }: { id: string }) => id)).sort()).toEqual([ids.weaving, ids.legal].sort());
    expect(await get('/services?page=9')).toMatchObject({ empty: true, last_page: true, contents: [] });
  });

  test('are narrowed by word, body, term, taxonomy and day', async () => {
    const terms = (await get('/taxonomy_terms?per_page=100')).contents as { id: string; code: string; taxonomy: string; taxonomy_id: string }[];
    const term = (taxonomy: string, code: string) => terms.find((one) => one.taxonomy === taxonomy && one.code === code)!;
    expect(await idsOf('/services?search=juridiqe')).toEqual([ids.legal]);
    expect(await idsOf(`/services?organization_id=${ids.union}`)).toEqual([ids.weaving]);
    expect(await idsOf(`/services?taxonomy_term_id=${term('hadina-service-type', 'LEG').id}`)).toEqual([ids.legal]);
    expect(await idsOf(`/services?taxonomy_term_id=${term('hadina-mode', 'online').id}`)).toEqual([ids.legal]);
    expect(await idsOf(`/services?taxonomy_id=${term('hadina-help', 'childcare').taxonomy_id}`)).toEqual([ids.weaving]);
    expect(await idsOf('/services?taxonomy_term_id=00000000-0000-4000-8000-000000000000')).toEqual([]);
    expect(await idsOf(`/organizations?taxonomy_term_id=${term('hadina-service-type', 'CAP').id}`)).toEqual([ids.union]);
    expect(await idsOf('/organizations?search=tisserandes')).toEqual([ids.union]);
    await ownerQuery(directory.world.house, `update directory.service set updated_at = '2020-01-01' where id = $1`, [ids.legal]);
    expect(await idsOf('/services?modified_after=2021-01-01')).toEqual([ids.weaving]);
    expect(await idsOf('/services?modified_after=2019-12-31T00:00:00Z')).toHaveLength(2);
    expect((await get('/services?modified_after=hier')).status).toBe(422);
  });

  test('give lines, whole records, or ids and days only', async () => {
    const line = (await get('/services')).contents.find(({ id }: { id: string }) => id === ids.weaving);
    expect(line.service_at_locations).toBeUndefined();
    expect((await get('/services?full=true')).contents.find(({ id }: { id: string }) => id === ids.weaving)).toEqual({ ...(await get(`/services/${ids.weaving}`)), status: 'active' });
    expect(Object.keys((await get('/services?minimal=true')).contents[0]).sort()).toEqual(['id', 'modified_date']);
  });
});

describe('what is not public', () => {
  test('is absent everywhere', async () => {
    const everything = JSON.stringify(await Promise.all(['/services?full=true', '/organizations?full=true&full_service=true', '/service_at_locations?full=true'].map(get)));
    expect(everything).not.toContain(ids.hidden);
    for (const path of [`/services/${ids.hidden}`, `/organizations/${ids.hidden}`, '/services/12', '/taxonomies/x', '/taxonomy_terms/x', '/service_at_locations/x']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  test('a body that left is gone with its services', async () => {
    const gone = await directory.body({ fr: 'Partie' });
    const service = await directory.service({ names: { fr: 'Parti' }, organization: gone });
    expect((await get(`/services/${service}`)).status).toBe('active');
    await ownerQuery(directory.world.house, `update network.organization set left_on = current_date where id = $1`, [gone]);
    expect((await get(`/services/${service}`)).status).toBe(404);
    expect((await get(`/organizations/${gone}`)).status).toBe(404);
    expect(await idsOf('/services')).not.toContain(service);
  });
});

test('a service at a place carries both; places are found by their postal code', async () => {
  expect(await idsOf('/service_at_locations')).toEqual([ids.at]);
  expect(await idsOf('/service_at_locations?postcode=9170')).toEqual([ids.at]);
  expect(await idsOf('/service_at_locations?postcode=1000')).toEqual([]);
  expect(await get(`/service_at_locations/${ids.at}`)).toMatchObject({
    location: { id: ids.place, name: 'Maison', latitude: 34.86, addresses: [{ postal_code: '9170' }] }, service: { id: ids.weaving, name: 'Tissage' },
  });
});

const folder = resolve(process.env.HADINA_STANDARDS ?? '../shared/standards', 'hsds/schema');
const present = existsSync(folder);

describe.skipIf(!present)(`every record is valid${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, () => {
  const judge = () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    const formats: Record<string, RegExp> = {
      uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, uri: /^https?:\/\/\S+$/, email: /^\S+@\S+$/,
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, date: /^\d{4}-\d\d-\d\d$/,
    };
    for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'openapi.json')) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
    return ajv;
  };

  test.each([['services', 'service'], ['organizations', 'organization'], ['service_at_locations', 'service_at_location'], ['taxonomies', 'taxonomy'], ['taxonomy_terms', 'taxonomy_term']])(
    '%s, in three languages, lines and whole', async (resource, schema) => {
      const validate = judge().getSchema(`${schema}.json`)!;
      for (const lang of ['ar', 'fr', 'en']) {
        const lines = (await get(`/${resource}?lang=${lang}&per_page=100`)).contents as { id: string }[];
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) {
          expect(validate(line), JSON.stringify(validate.errors)).toBe(true);
          const { status, ...whole } = await get(`/${resource}/${line.id}?lang=${lang}`);
          const record = resource === 'services' ? { status, ...whole } : whole;
          expect(record.id).toBe(line.id);
          expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
        }
      }
      expect(validate({ id: 'no uuid' })).toBe(false);
    });
});
