import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { hsdsOrganizations, hsdsService, hsdsServices } from '#modules/directory/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '#modules/directory/routes.tsx';
import './routes.tsx';
import { addRows, beginImport, importSheet, loadImport, publishImport, readHsdsFile } from './public.ts';

// The shapes are those of publishers of HSDS 1.x, 2.x and of its British profile; what they say here is invented.
type World = Awaited<ReturnType<typeof openHub>>;
let hashes = 0;

/** Writes a file (or the files of a folder), reads it as the command does and takes it in. */
async function bring(world: World, name: string, content: string | Buffer | Readonly<Record<string, string>>) {
  const at = join(await mkdtemp(join(tmpdir(), 'hadina-publisher-')), name);
  if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(at, content);
  else for (const [file, text] of Object.entries(content)) { await mkdir(join(at, file, '..'), { recursive: true }); await writeFile(join(at, file), text); }
  const rows: { number: number; cells: Record<string, unknown> }[] = [];
  for await (const record of (await readHsdsFile(at)).records()) rows.push({ number: rows.length + 1, cells: record && typeof record === 'object' && !Array.isArray(record) ? (record as Record<string, unknown>) : { value: record } });
  const actor = await world.as('hub_manager');
  const { import: of } = await act(world.house, actor, beginImport, { kind: 'hsds', file_name: name, file_hash: `a${(++hashes).toString(16).padStart(63, '0')}`, file_bytes: 1, format: 'json' });
  await act(world.house, actor, addRows, { import: of, last: true, rows });
  while (!(await act(world.house, actor, loadImport, { import: of })).finished);
  await act(world.house, actor, publishImport, { import: of });
  const sheet = await ask(world.house, actor, importSheet, { import: of });
  return { ...sheet, fatal: sheet.rows.flatMap(({ row_number: row, problems }) => (problems ?? []).filter(({ fatal }) => fatal).map(({ field, code }) => [row, field, code])) };
}

const one = async (world: World, id: string) => (await ask(world.house, visitor(world.network, 'api'), hsdsService, { id })) as Record<string, any>;
const ids = async (world: World) => ((await ask(world.house, visitor(world.network, 'api'), hsdsServices, {})).contents as { id: string }[]).map(({ id }) => id).sort();

test('lone files of terms, places and links are refused with a reason, never taken as a body or a service', async () => {
  const world = await openHub();
  const lone = {
    'taxonomy.json': { id: 'a', name: 'Kinds', description: 'Of help', uri: 'http://example.com', version: '1' },
    'taxonomy_term.json': { id: 'b', code: 'LEG', name: 'Law', description: 'Advice', taxonomy: 'kinds', parent_id: 'c', language: 'fr' },
    'location.json': { id: 'd', name: 'Maison', location_type: 'physical', addresses: [{ address_1: 'Rue 1' }], schedules: [], languages: [{ code: 'fr' }] },
    'place_of_before.json': { id: 'e', name: 'Maison', latitude: '35.03', longitude: '9.48', physical_addresses: [{ address_1: 'Rue 1' }] },
    'link.json': { id: 'f', location: { id: 'd', name: 'Maison' }, service: { id: 'g', name: 'Écoute' } },
    'phone.json': { id: 'h', name: 'Accueil', number: '71 000 000' },
    'hours.json': { id: 'i', name: 'Matin', opens_at: '09:00', closes_at: '12:00' },
  };
  for (const [name, record] of Object.entries(lone)) {
    const { fatal } = await bring(world, name, JSON.stringify(record));
    expect([name, fatal]).toEqual([name, [[1, '', 'record-of-another-kind']]]);
  }
  expect((await bring(world, 'page.json', JSON.stringify({ total_items: 1, contents: [lone['taxonomy.json'], { id: 'j', name: 'Nothing else', description: 'Who knows?' }] }))).fatal)
    .toEqual([[1, '', 'record-of-another-kind'], [2, 'status', 'record-unclear']]);
  expect(await ids(world)).toEqual([]);
  const bodies = (await ask(world.house, visitor(world.network, 'api'), hsdsOrganizations, {})).contents as { name: string }[];
  expect(bodies.filter(({ name }) => ['Kinds', 'Law', 'Maison', 'Nothing else'].includes(name))).toEqual([]);
});

test('a page of the British profile: weekdays, eligibility, taxonomies and addresses of before, paged as `content`', async () => {
  const world = await openHub();
  const page = {
    totalElements: 2, totalPages: 1, number: 1, size: 50, first: true, last: true, extra: { nested: [1, { deep: null }] },
    content: [{
      id: '9027', name: 'Première rencontre', description: '<p>Pour les jeunes parents.</p>', status: 'active', url: 'www.example.org/rencontre', email: null, assured_date: '2026-09-10T00:00:00.000Z', deliverable_type: null,
      organization: { id: '77', name: 'Association Amal', description: null, url: 'amal.example.org' },
      contacts: [{ id: 'c1', name: null, phones: [{ id: 'p1', number: '+216 76 000 000', language: 'fr' }] }],
      eligibilitys: [{ id: 'e1', eligibility: 'Parents', minimum_age: 18, maximum_age: 45 }],
      regular_schedules: [{ id: 's1', weekday: 'Thursday', opens_at: '09:30', closes_at: '10:30', dtstart: '2026-09-10T00:00:00.000Z', freq: 'week', interval: 1, byday: 'TH' }],
      service_taxonomys: [{ id: 't1', taxonomy: { id: 'kind:12', name: 'Parentalité', vocabulary: 'kinds' } }],
      service_areas: [{ id: 'a1', service_area: 'Sidi Bouzid', extent: null }], languages: [{ id: 'l1', language: 'French' }], cost_options: [{ id: 'o1', amount: '0', option: 'Gratuit' }],
      service_at_locations: [{ id: 'sl1', location: { id: 'lo1', name: 'Maison', latitude: '35.03', longitude: 9.48, physical_addresses: [{ id: 'ad1', address_1: 'Rue 1', city: 'Sidi Bouzid', state_province: null, postal_code: '9100', country: 'TN' }] } }],
    }, { id: 12, name: 'Deuxième', status: 'Published', organization: { id: '77', name: 'Association Amal' }, regular_schedules: [{ weekday: 2, opens_at: '2000-01-01T08:00:00.000Z', closes_at: '2000-01-01T12:00:00.000Z' }] }],
  };
  expect(await bring(world, 'page.json', `\ufeff${JSON.stringify(page, null, 2)}`)).toMatchObject({ rows_read: 2, added: 2, refused: 0 });
  expect(await ids(world)).toEqual(['12', '9027']);
  expect(await one(world, '9027')).toMatchObject({
    id: '9027', minimum_age: 18, maximum_age: 45, eligibility_description: 'Parents', url: 'https://www.example.org/rencontre', organization: { id: '77', website: 'https://amal.example.org/' },
    schedules: [{ id: 's1', freq: 'WEEKLY', byday: 'TH', opens_at: '09:30' }], attributes: [{ id: 't1', taxonomy_term: { id: 'kind:12', name: 'Parentalité', taxonomy: 'kinds' } }],
    service_areas: [{ id: 'a1', name: 'Sidi Bouzid' }], languages: [{ id: 'l1', name: 'French' }], cost_options: [{ amount: 0 }],
    service_at_locations: [{ id: 'sl1', location: { id: 'lo1', location_type: 'physical', latitude: 35.03, addresses: [{ id: 'ad1', address_type: 'physical', postal_code: '9100' }] } }],
  });
  expect((await one(world, '12')).schedules).toMatchObject([{ freq: 'WEEKLY', byday: 'TU', opens_at: '08:00', closes_at: '12:00' }]);
});

test('one record a line, one record in a wrapping, one record cut off', async () => {
  const world = await openHub();
  const record = (id: string) => ({ id, name: `Atelier ${id}`, description: 'x', status: 'active', organization: { id: 'o', name: 'Amal', description: '' } });
  expect(await bring(world, 'lines.ndjson', `${['a', 'b', 'c'].map((id) => JSON.stringify(record(id))).join('\n')}\n`)).toMatchObject({ rows_read: 3, added: 3 });
  expect(await bring(world, 'wrapped.json', JSON.stringify({ success: true, data: record('d') }))).toMatchObject({ rows_read: 1, added: 1 });
  await expect(bring(world, 'cut.ndjson', `${JSON.stringify(record('e'))}\n{"id": "f", "na`)).rejects.toMatchObject({ code: 'exchange.not-json' });
  await expect(bring(world, 'odd.ndjson', `${JSON.stringify(record('e'))}\nnot a record`)).rejects.toMatchObject({ code: 'exchange.not-json' });
  expect(await ids(world)).toEqual(['a', 'b', 'c', 'd']);
});

test('tables of HSDS 1.x: numbers as ids, places beside services, postal and physical addresses, weekdays, files named as they like', async () => {
  const world = await openHub();
  const tables = {
    'datapackage.json': JSON.stringify({ name: 'x', resources: [{ name: 'service', path: 'data/export_services_2016.csv' }, { id: 'organization', path: 'data/orgs.csv' }] }),
    'data/export_services_2016.csv': 'id,organization_id,program_id,location_id,name,description,status,wait_time\n135836,91676,,500,Aide juridique,"Conseil, accueil",Active,28 days\n132741,91676,,,Sans lieu,,Inactive,\n1,91676,,,,,Active,\n',
    'data/orgs.csv': '\ufeffid,name,description,url\n91676,Ligue du droit,,ligue.example.org\n',
    'data/locations.csv': 'id,organization_id,name,latitude,longitude\n500,91676,Bureau,35.03,9.48\n',
    'data/physical_addresses.csv': 'id,location_id,address_1,city,state_province,postal_code,country\n1,500,Rue 1,Sidi Bouzid,Sidi Bouzid,9100,TN\n',
    'data/postal_addresses.csv': 'id,location_id,address_1,city,state_province,postal_code,country\n2,500,BP 3,Sidi Bouzid,Sidi Bouzid,9100,TN\n',
    'data/regular_schedules.csv': 'id,service_id,location_id,weekday,opens_at,closes_at\n1,135836,,1,09:00,12:00\n2,135836,,Tuesday,14:00,17:00\n',
    'data/phones.csv': 'id,location_id,service_id,organization_id,number,extension,type\n1,,135836,,71 000 000,12,voice\n',
    'data/eligibility.csv': 'id,service_id,eligibility\n1,135836,Habitants\n',
    'data/services_taxonomy.csv': 'id,service_id,taxonomy_id\n1,135836,LT-1000\n',
    'data/taxonomy.csv': 'id,name,parent_id,vocabulary\nLT-1000,Legal help,,airs\n',
    'readme.txt': 'nothing',
  };
  const said = await bring(world, 'package', tables);
  expect(said).toMatchObject({ rows_read: 3, added: 2, refused: 1, fatal: [[3, 'name', 'name-missing']] });
  const back = await one(world, '135836');
  expect(back).toMatchObject({
    id: '135836', status: 'active', organization: { id: '91676', name: 'Ligue du droit', website: 'https://ligue.example.org/' }, eligibility_description: 'Habitants', phones: [{ number: '71 000 000', extension: 12 }],
    schedules: [{ byday: 'MO', opens_at: '09:00' }, { byday: 'TU', closes_at: '17:00' }], attributes: [{ taxonomy_term: { id: 'LT-1000', name: 'Legal help', taxonomy: 'airs' } }],
  });
  expect(back.service_at_locations[0].location).toMatchObject({ id: '500', latitude: 35.03 });
  expect(back.service_at_locations[0].location.addresses.map(({ address_type: type, address_1: line }: Record<string, string>) => [type, line])).toEqual([['physical', 'Rue 1'], ['postal', 'BP 3']]);
});

test('whatever a member holds, one row is one answer: numbers, lists and nothing where a text belongs', async () => {
  const world = await openHub();
  const odd = (id: unknown, more: object) => ({ id, name: 'Atelier', description: 'x', status: 'active', organization: { id: 1, name: 'Amal', description: 'y' }, ...more });
  const said = await bring(world, 'odd.json', JSON.stringify({ contents: [
    odd(1, { phones: [{ number: { value: '71 000 000' } }, { number: 71000000 }, null, '71 111 111'] }),
    odd('2', { phones: { id: 'p', number: '71 000 000' }, organization: null, service_at_locations: [{ location: null }, null] }),
    odd('3', { name: { fr: 'Un', ar: 'واحد' }, schedules: 'lundi', attributes: [[]], languages: null, funding: [null] }),
    odd({ $oid: '4' }, {}), null, 'text', [1], 7,
  ] }));
  expect(said.rows_read).toBe(8);
  expect(said.added + said.refused).toBe(8);
  expect(said.refused).toBe(new Set(said.fatal.map(([row]) => row)).size);
  expect(await ids(world)).toEqual(expect.arrayContaining(['1', '2']));
  expect((await one(world, '1')).phones.map(({ number }: { number: string }) => number)).toEqual(expect.arrayContaining(['71000000', '71 111 111']));
});
