import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import '../routes.tsx';
import { readHsdsFile, writePackage } from '../public.ts';
import { openZip } from '../reading/zip-files.ts';

const example = resolve(process.env.HADINA_STANDARDS ?? '../shared/standards', 'hsds/examples/service_full.json');
const present = existsSync(example);
const now = new Date('2026-11-22T10:20:30Z');

async function* each(records: readonly Record<string, unknown>[]) { yield* records; }

async function packed(records: readonly Record<string, unknown>[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'hadina-take-')), 'hsds.zip');
  const many = await writePackage(each(records), createWriteStream(file), now);
  const back: Record<string, any>[] = [];
  for await (const record of (await readHsdsFile(file)).records()) back.push(record as Record<string, unknown>);
  return { file, many, back };
}

/** Every scalar as the text that a table holds, lists in the order of their ids: what two shapes of the same record must agree in. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([name, member]) => member !== '' && member !== null && !name.endsWith('_id') && !/^(?:link|resource)_/.test(name)).map(([name, member]) => [name, said(member)]).sort());
  return typeof value === 'boolean' ? (value ? '1' : '') : String(value);
}

const service = (id: string, more: object = {}) => ({
  id, name: `Atelier "${id}", écoute`, description: 'ligne 1\nligne 2; =1+1', status: 'active', minimum_age: 18,
  organization: { id: 'org', name: 'جمعية الأمل', description: 'x', phones: [{ id: 'po', number: '71 000 001' }] },
  service_at_locations: [{ id: `at-${id}`, location: { id: 'place', location_type: 'physical', name: 'Maison', addresses: [{ id: 'ad', address_1: 'Rue 1', city: 'Regueb', state_province: '', postal_code: '9100', country: 'TN', address_type: 'physical' }] } }],
  phones: [{ id: `p-${id}`, number: '71 000 000', extension: 12 }], attributes: [{ id: `a-${id}`, taxonomy_term: { id: 't', code: 'LEG', name: 'Droit', description: '', taxonomy: 'kinds' } }], ...more,
});

test('services go out as a package of tables and come back as the same; what two share stands once', async () => {
  const records = [service('one'), service('two', { schedules: [{ id: 's', freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00', closes_at: '12:00' }] })];
  const { file, many, back } = await packed(records);
  expect(many).toBe(2);
  expect(said(back)).toEqual(said(records));
  const zip = await openZip(file);
  expect(zip.entries.map(({ name }) => name)).toEqual(['datapackage.json', 'organizations.csv', 'services.csv', 'service_at_location.csv', 'locations.csv', 'phones.csv', 'addresses.csv', 'schedules.csv', 'attributes.csv', 'taxonomy_terms.csv']);
  const rowsIn: Record<string, number> = {};
  for (const entry of zip.entries.filter(({ name }) => name.endsWith('.csv'))) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.read(entry)) chunks.push(chunk as unknown as Buffer);
    rowsIn[entry.name] = (parse(Buffer.concat(chunks), { columns: true }) as unknown[]).length;
  }
  zip.close();
  expect(rowsIn).toMatchObject({ 'organizations.csv': 1, 'services.csv': 2, 'locations.csv': 1, 'service_at_location.csv': 2, 'phones.csv': 3, 'taxonomy_terms.csv': 1 });
});

test('who waits for a package has it whole, however slowly its bytes are taken', async () => {
  const taken: Buffer[] = [];
  const slow = new Writable({ write: (piece: Buffer, _, done) => { setTimeout(() => { taken.push(piece); done(); }, 5); } });
  await writePackage(each([service('one')]), slow, now);
  expect((await openZip(Buffer.concat(taken))).entries.map(({ name }) => name)).toContain('services.csv');
});

test('a directory without services is still a package', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'hadina-take-')), 'hsds.zip');
  expect(await writePackage(each([]), createWriteStream(file), now)).toBe(0);
  const zip = await openZip(file);
  expect(zip.entries.map(({ name }) => name)).toEqual(['datapackage.json', 'services.csv']);
  zip.close();
  await expect(readHsdsFile(file)).rejects.toMatchObject({ code: 'exchange.no-services-table' });
});

test.skipIf(!present)(`the standard's own full service goes out and comes back${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, async () => {
  const record = JSON.parse(readFileSync(example, 'utf8')) as Record<string, any>;
  const [back] = (await packed([record])).back;
  for (const member of ['id', 'name', 'alternate_name', 'status', 'minimum_age', 'assured_date', 'schedules', 'cost_options', 'required_documents', 'capacities', 'service_areas', 'languages']) {
    expect([member, said(back![member])]).toEqual([member, said(record[member])]);
  }
  expect(said(back!.organization.organization_identifiers)).toEqual(said(record.organization.organization_identifiers));
  expect(said(back!.service_at_locations[0].location.addresses)).toEqual(said(record.service_at_locations[0].location.addresses));
});
