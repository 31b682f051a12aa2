import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { hsdsService, hsdsServices } from '#modules/directory/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '#modules/directory/routes.tsx';
import './routes.tsx';
import { addRows, beginImport, checkImport, clearImport, importSheet, loadImport, publishImport, readHsdsFile, undoImport } from './public.ts';

const folder = resolve(process.env.HADINA_STANDARDS ?? '../shared/standards', 'hsds/examples');
const present = existsSync(folder);
let hashes = 0;

async function bring(world: Awaited<ReturnType<typeof openHub>>, records: readonly unknown[], { publish = true } = {}) {
  const actor = await world.as('hub_manager');
  const { import: of } = await act(world.house, actor, beginImport, { kind: 'hsds', file_name: 'x.json', file_hash: (++hashes).toString(16).padStart(64, '0'), file_bytes: 1, format: 'json' });
  await act(world.house, actor, addRows, { import: of, last: true, rows: records.map((cells, at) => ({ number: at + 1, cells: cells as Record<string, unknown> })) });
  while (!(await act(world.house, actor, loadImport, { import: of })).finished);
  if (publish) await act(world.house, actor, publishImport, { import: of });
  return { of, actor, sheet: await ask(world.house, actor, importSheet, { import: of }) };
}

const listed = async (world: Awaited<ReturnType<typeof openHub>>) => (await ask(world.house, visitor(world.network, 'api'), hsdsServices, {})).contents as Record<string, unknown>[];
const one = (world: Awaited<ReturnType<typeof openHub>>, id: string) => ask(world.house, visitor(world.network, 'api'), hsdsService, { id });
const plain = { id: '7c1c7b0e-5c1e-4f0b-9d3a-111111111111', name: 'Écoute des femmes', description: 'On vous écoute.', status: 'active', organization: { id: 'org-1', name: 'Association Amal', description: 'Association' } };

test.skipIf(!present)(`the standard's own full service comes back whole${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, async () => {
  const world = await openHub();
  const given = JSON.parse(readFileSync(join(folder, 'service_full.json'), 'utf8'));
  const { sheet } = await bring(world, [given]);
  expect(sheet).toMatchObject({ rows_read: 1, added: 1, refused: 0 });
  expect(await one(world, given.id)).toEqual(given);
});

test.skipIf(!present)(`what was brought in goes out as the standard's schema asks, page and record${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const schema = join(folder, '../schema');
  for (const file of readdirSync(schema).filter((name) => name.endsWith('.json') && name !== 'openapi.json')) ajv.addSchema(JSON.parse(readFileSync(join(schema, file), 'utf8')), file);
  const judge = ajv.getSchema('service.json')!;
  const world = await openHub();
  const given = JSON.parse(readFileSync(join(folder, 'service_full.json'), 'utf8'));
  await bring(world, [given, { ...plain, status: 'Published', minimum_age: '١٨', url: 'www.example.org/page', schedules: null }]);
  for (const { id } of await listed(world)) expect([await one(world, id as string), judge(await one(world, id as string)), judge.errors]).toEqual([expect.anything(), true, null]);
  expect(judge({ ...given, status: 'nowhere' })).toBe(false);
});

test('foreign ids stay letter by letter, and what nobody here knows is given back', async () => {
  const world = await openHub();
  await bring(world, [{ ...plain, id: 'FR/075-12', x_publisher_note: { any: ['thing', 1] }, phones: [{ id: 'p1', number: '71 000 000', extension: '12' }] }]);
  const back = (await one(world, 'FR/075-12')) as Record<string, any>;
  expect(back).toMatchObject({ id: 'FR/075-12', name: plain.name, x_publisher_note: { any: ['thing', 1] }, organization: { id: 'org-1' }, phones: [{ id: 'p1', extension: 12 }] });
  expect((await listed(world)).map(({ id }) => id)).toEqual(['FR/075-12']);
});

test('what others write otherwise is mended, and each refused row says why', async () => {
  const world = await openHub();
  const { sheet } = await bring(world, [
    { ...plain, status: 'Published', minimum_age: '١٨', url: 'www.example.org/page', last_modified: '2024-03-01 10:00', email: 'no mail', languages: ['fr'], schedules: null, assured_date: '01/02/2024' },
    { ...plain },
    { id: 3, status: 'active' },
    { id: 'x', location_type: 'physical', name: 'a place' },
    { name: 'Sans identifiant', organization: 'Commune de Regueb' },
  ]);
  expect(sheet).toMatchObject({ rows_read: 5, added: 2, refused: 3 });
  const fatal = sheet.rows.flatMap(({ row_number: row, problems }) => (problems ?? []).filter((each) => each.fatal).map(({ field, code }) => [row, field, code]));
  expect(fatal).toEqual([[2, 'id', 'twice-in-file'], [3, 'name', 'name-missing'], [4, '', 'record-of-another-kind']]);
  expect(await one(world, plain.id)).toMatchObject({ status: 'active', minimum_age: 18, url: 'https://www.example.org/page', last_modified: '2024-03-01T10:00:00Z', languages: [{ code: 'fr' }], assured_date: '2024-02-01' });
  expect(await one(world, plain.id)).not.toHaveProperty('email');
});

test('nothing shows before it is published; the same again changes nothing; what changed is written and put back', async () => {
  const world = await openHub();
  await bring(world, [plain], { publish: false });
  expect(await listed(world)).toEqual([]);
  const other = await openHub();
  await bring(other, [plain]);
  expect((await bring(other, [plain])).sheet).toMatchObject({ added: 0, changed: 0, same: 1, refused: 0 });
  const { of, actor, sheet } = await bring(other, [{ ...plain, name: 'Écoute', organization: { ...plain.organization, name: 'Amal' } }, { ...plain, id: 'new' }]);
  expect(sheet).toMatchObject({ added: 1, changed: 1 });
  expect(await one(other, plain.id)).toMatchObject({ name: 'Écoute', organization: { name: 'Amal' } });
  await act(other.house, actor, undoImport, { import: of });
  expect(await one(other, plain.id)).toEqual(plain);
  expect((await listed(other)).map(({ id }) => id)).toEqual([plain.id]);
  while (!(await act(other.house, actor, clearImport, { import: of })).finished);
  expect((await ask(other.house, actor, importSheet, { import: of })).state).toBe('undone');
  await expect(act(other.house, actor, undoImport, { import: of })).rejects.toMatchObject({ code: 'exchange.undone-already' });
  expect((await bring(other, [{ ...plain, id: 'new' }])).sheet).toMatchObject({ added: 1, refused: 0 });
});

test('a line of a list takes nothing away from the full record that came before', async () => {
  const world = await openHub();
  const full = { ...plain, phones: [{ id: 'p', number: '71 000 000' }], organization: { ...plain.organization, website: 'https://amal.example/' } };
  await bring(world, [full]);
  expect((await bring(world, [plain])).sheet).toMatchObject({ same: 1, changed: 0 });
  await bring(world, [{ ...plain, description: 'Autre.' }]);
  expect(await one(world, plain.id)).toEqual({ ...full, description: 'Autre.' });
});

test('a trial says what would become of each row and keeps nothing', async () => {
  const world = await openHub();
  const actor = await world.as('supervisor');
  const { import: of } = await act(world.house, actor, beginImport, { kind: 'hsds', file_name: 'x.json', file_hash: 'f'.repeat(64), file_bytes: 1, format: 'json' });
  await act(world.house, actor, addRows, { import: of, last: true, rows: [{ number: 1, cells: plain }, { number: 2, cells: plain }] });
  expect(await act(world.house, actor, checkImport, { import: of })).toMatchObject({ added: 1, refused: 1 });
  await expect(act(world.house, actor, publishImport, { import: of })).rejects.toMatchObject({ code: 'exchange.not-loaded-yet' });
  expect(await listed(world)).toEqual([]);
  await expect(act(world.house, actor, beginImport, { kind: 'hsds', file_name: 'y.json', file_hash: 'f'.repeat(64), file_bytes: 1, format: 'json' })).rejects.toMatchObject({ code: 'exchange.same-file', offer: { import: of, state: 'checked' } });
  const stranger = await (await world.secondHub()).as('hub_manager');
  await expect(ask(world.house, stranger, importSheet, { import: of })).rejects.toMatchObject({ name: 'NotFound' });
});

test('a file is told by its bytes, and its records by any publisher’s envelope', async () => {
  const at = await mkdtemp(join(tmpdir(), 'hadina-hsds-'));
  const recordsIn = async (name: string, bytes: string | Buffer) => {
    await writeFile(join(at, name), bytes);
    const all: unknown[] = [];
    for await (const record of (await readHsdsFile(join(at, name))).records()) all.push(record);
    return all;
  };
  const list = [{ id: 'a]"', note: '[{,"}' }, { id: 'b' }];
  expect(await recordsIn('list.json', `\ufeff${JSON.stringify(list)}`)).toEqual(list);
  expect(await recordsIn('page.json', JSON.stringify({ links: [{ x: 1 }], contents: list, total_pages: 1 }, null, 1))).toEqual(list);
  expect(await recordsIn('utf16.json', Buffer.from(`\ufeff${JSON.stringify(list)}`, 'utf16le'))).toEqual(list);
  expect(await recordsIn('one.json', JSON.stringify({ id: 'c', phones: [{ id: 1 }] }))).toEqual([{ id: 'c', phones: [{ id: 1 }] }]);
  await expect(recordsIn('cut.json', '[{"id":"a"},{"id"')).rejects.toMatchObject({ code: 'exchange.not-json' });
  await expect(recordsIn('x.json', '%PDF-1.7\n%âãÏÓ\n1 0 obj')).rejects.toMatchObject({ code: 'exchange.file-of-another-kind', values: { kind: 'PDF' } });
  await expect(recordsIn('x.json', '')).rejects.toMatchObject({ code: 'exchange.file-empty' });
  await expect(recordsIn('x.json', '{"half": ')).rejects.toMatchObject({ code: 'exchange.not-json' });
});

test('a bomb is not opened, a package without services is said, a record of many megabytes is nobody’s', async () => {
  const at = await mkdtemp(join(tmpdir(), 'hadina-bomb-'));
  const refusalOf = async (name: string, bytes: string | Buffer) => {
    await writeFile(join(at, name), bytes);
    return readHsdsFile(join(at, name)).then(async (file) => { for await (const _ of file.records()); return 'read'; }, (error: { code: string }) => error.code).catch((error: { code: string }) => error.code);
  };
  expect(await refusalOf('bomb.zip', zipOf('services.csv', Buffer.alloc(8 * 1024 * 1024)))).toBe('exchange.zip-bomb');
  expect(await refusalOf('other.zip', zipOf('readme.csv', Buffer.from('a,b\n1,2\n')))).toBe('exchange.no-services-table');
  expect(await refusalOf('big.json', `{"id":"${'x'.repeat(17 * 1024 * 1024)}"}`)).toBe('exchange.record-too-big');
});

/** A zip with one deflated file, written byte by byte as the format says. */
function zipOf(name: string, bytes: Buffer): Buffer {
  const packed = deflateRawSync(bytes);
  const head = (signature: number, more: Buffer) => { const start = Buffer.alloc(4); start.writeUInt32LE(signature); return Buffer.concat([start, more]); };
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0); common.writeUInt16LE(8, 4); common.writeUInt32LE(crc32(bytes), 10); common.writeUInt32LE(packed.length, 14); common.writeUInt32LE(bytes.length, 18); common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([head(0x04034b50, common), Buffer.from(name), packed]);
  const central = Buffer.concat([head(0x02014b50, Buffer.concat([Buffer.from([20, 0]), common, Buffer.alloc(14)])), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4); end.writeUInt16LE(1, 6); end.writeUInt32LE(central.length, 8); end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, head(0x06054b50, end)]);
}

/** CRC-32 of the zip format. */
const crc32 = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) { crc ^= byte; for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1; }
  return ~crc >>> 0;
};

test.skipIf(!present)(`the standard's tables become the same service${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, async () => {
  for (const path of ['csv', 'tabular.json']) {
    const all: Record<string, unknown>[] = [];
    for await (const record of (await readHsdsFile(join(folder, path))).records()) all.push(record as Record<string, unknown>);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ id: 'ac148810-d857-441c-9679-408f346de14b', name: 'Community Counselling', organization: { name: 'Example Organization Inc.' }, service_at_locations: [{ location: { name: 'MyCity Civic Center' } }] });
  }
});
