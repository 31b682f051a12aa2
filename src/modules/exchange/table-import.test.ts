import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { hsdsServices } from '#modules/directory/public.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { registerPerson } from '#modules/people/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '#modules/directory/routes.tsx';
import '#modules/people/routes.tsx';
import './routes.tsx';
import { bringFile } from './bring-file/bring-file.ts';
import { chooseColumns, clearImport, importSheet, loadImport, publishImport, undoImport } from './public.ts';

type World = Awaited<ReturnType<typeof openHub>>;
const base64 = (bytes: string | Buffer): string => Buffer.from(bytes as string).toString('base64');

async function bring(world: World, actor: Actor, kind: 'services' | 'organizations' | 'persons', bytes: string | Buffer, more: Record<string, unknown> = {}) {
  const { import: of } = await act(world.house, actor, bringFile, { kind, file: base64(bytes), file_name: 'x', ...more });
  while (!(await act(world.house, actor, loadImport, { import: of })).finished);
  await act(world.house, actor, publishImport, { import: of });
  return { of, sheet: await ask(world.house, actor, importSheet, { import: of }) };
}
const codes = (sheet: { rows: readonly { row_number: number; problems: readonly { field: string; code: string; fatal?: true }[] | null }[] }) =>
  sheet.rows.flatMap(({ row_number: row, problems }) => (problems ?? []).map(({ field, code, fatal }) => `${row} ${field} ${code}${fatal ? '!' : ''}`));
const namesShown = async (world: World) => ((await ask(world.house, visitor(world.network, 'api'), hsdsServices, { per_page: 50 } as never)).contents as { name: string }[]).map(({ name }) => name).sort();

/** Text as Windows-1256 bytes, by the code page's own table. */
const to1256 = (text: string): Buffer => {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (letter) => table.get(letter) ?? 63));
};
const arabic = 'الاسم;الهيئة;نوع الخدمة;الولاية;السعر\nورشة خياطة;جمعية الأمل;استشارة;سيدي بوزيد;١٢٫٥٠٠\n';

test.each([
  ['UTF-8', Buffer.from(arabic)], ['UTF-8 with its mark', Buffer.from(`\ufeff${arabic}`)], ['UTF-16 LE', Buffer.from(`\ufeff${arabic}`, 'utf16le')],
  ['UTF-16 BE', Buffer.from(`\ufeff${arabic}`, 'utf16le').swap16()], ['Windows-1256', to1256(arabic.replace('١٢٫٥٠٠', '12,500'))],
])('a table of services in %s is read, its columns known by their Arabic headings', async (_, bytes) => {
  const world = await openHub();
  const { sheet } = await bring(world, await world.as('hub_manager'), 'services', bytes);
  expect(sheet).toMatchObject({ separator: ';', added: 1, refused: 0, mapping: { name: '0', organization: '1', type: '2', territory: '3', price: '4' } });
  const [service] = (await ask(world.house, visitor(world.network, 'api'), hsdsServices, { lang: 'ar' })).contents as Record<string, any>[];
  expect(service).toMatchObject({ name: 'ورشة خياطة', organization: { name: 'جمعية الأمل' } });
});

test('rows say why they fall; the same table again changes nothing; a known service is not doubled', async () => {
  const world = await openHub();
  const manager = await world.as('hub_manager');
  const table = 'Nom,Organisme,Type,Site web,Tél\nÉcoute,Amal,ORI,www.amal.tn,+216 71 000 000\n,Amal,ORI,,\nConseil,Amal,Danse,pas un site,\nÉcoute,Amal,ORI,,\n"Coupée,Amal\n';
  const { of, sheet } = await bring(world, manager, 'services', Buffer.from(table, 'latin1'));
  expect(sheet).toMatchObject({ encoding: 'windows-1252', separator: ',', added: 2, refused: 3 });
  expect(codes(sheet)).toEqual(['3 name name-missing!', '4 type code-unknown', '4 url address-not-readable', '4 type type-guessed', '5 id twice-in-file!', '6  row-cut!']);
  await expect(act(world.house, manager, bringFile, { kind: 'services', file: base64(Buffer.from(table, 'latin1')) })).rejects.toMatchObject({ code: 'exchange.same-file', offer: { import: of } });
  expect((await bring(world, manager, 'services', Buffer.from(table, 'latin1'), { again: true })).sheet).toMatchObject({ added: 0, same: 2, refused: 3 });
});

test('columns once chosen are remembered for the same headings; without a name nothing is taken', async () => {
  const world = await openHub();
  const manager = await world.as('hub_manager');
  const bringOne = async (line: string) => (await act(world.house, manager, bringFile, { kind: 'services', file: base64(`Truc;Machin\n${line}\n`) })).import;
  const first = await bringOne('Atelier;Amal');
  await expect(act(world.house, manager, chooseColumns, { import: first, mapping: { organization: '1' } })).rejects.toMatchObject({ code: 'exchange.name-column-missing' });
  await act(world.house, manager, chooseColumns, { import: first, mapping: { name: '0', organization: '1' } });
  expect((await ask(world.house, manager, importSheet, { import: await bringOne('Autre;Amal') })).mapping).toEqual({ name: '0', organization: '1' });
});

test('a workbook: real dates, formulas never computed, merged cells said, other sheets left', async () => {
  const world = await openHub();
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('services');
  sheet.addRow(['Nom', 'Organisme', 'Type']);
  sheet.addRow(['Atelier', 'Amal', 'ORI']);
  sheet.addRow([{ formula: 'HYPERLINK("http://x","a")' }, 'Amal', 'ORI']);
  sheet.addRow([{ formula: '1+1', result: 'Deux' }, 'Amal', 'ORI']);
  sheet.mergeCells('B5:C5');
  book.addWorksheet('autre').addRow(['rien']);
  const { sheet: shown } = await bring(world, await world.as('hub_manager'), 'services', Buffer.from(await book.xlsx.writeBuffer()));
  expect(shown).toMatchObject({ format: 'xlsx', added: 2, refused: 1 });
  expect(codes(shown)).toEqual(['3 name formula-cell!', '4 name formula-value']);
  expect(shown.notices.map(({ code }) => code)).toEqual(['merged-cells', 'first-sheet-only']);
  expect(await namesShown(world)).toEqual(['Atelier', 'Deux']);
});

test.each([
  ['file-empty', Buffer.alloc(0)], ['required', null],
])('nothing chosen or an empty file: %s', async (code, bytes) => {
  const world = await openHub();
  const attempt = act(world.house, await world.as('hub_manager'), bringFile, { kind: 'services', file: bytes ? bytes.toString('base64') || 'IA' : '' });
  await expect(attempt).rejects.toSatisfy((error: { code?: string; problems?: { code: string }[] }) => [code, 'no-heading'].some((each) => error.code === `exchange.${each}` || error.problems?.[0]?.code === each));
});

test.each([
  ['file-of-another-kind', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')], ['file-of-another-kind', Buffer.from('<!doctype html><table><tr><td>Nom</td></tr></table>')],
  ['no-heading', Buffer.from('1;2;3\n4;5;6\n')], ['no-records', Buffer.from('Nom;Type\n')], ['too-many-columns', Buffer.from(`${Array.from({ length: 400 }, (_, at) => `c${at}`).join(';')}\n`)],
  ['file-too-big', Buffer.alloc(9 * 1024 * 1024, 'Nom;Type\n')], ['sheet-unreadable', Buffer.from('PK\u0003\u0004broken')],
])('a wrong file is refused for what it is: %s', async (code, bytes) => {
  const world = await openHub();
  await expect(act(world.house, await world.as('hub_manager'), bringFile, { kind: 'services', file: base64(bytes) })).rejects.toMatchObject({ code: `exchange.${code}` });
});

const persons = 'Nom et prénom;Date de naissance;Sexe;Tél;CIN\nفاطمة الزهراء بن علي;01/02/1988;F;98 765 432;07654321\nMohamed Amine Trabelsi;٣/٤/١٩٩٠;M;12;\n;1/1/1990;F;;\nFatma Zohra Ben Ali;01/02/1988;F;98 765 432;07654321\nNée Demain;01/02/2190;F;;\n';

test('persons: hidden until published, likely doubles in the file and in the register stay out, contacts only with consent', async () => {
  const world = await openHub();
  const supervisor = await world.as('supervisor');
  await act(world.house, supervisor, registerPerson, { name: 'محمد أمين الطرابلسي', birth_date: '1990-04-03', consent_answer: 'given', consent_channel: 'written', consent_language: 'fr' });
  const { import: of } = await act(world.house, supervisor, bringFile, { kind: 'persons', file: base64(persons), consent: true });
  while (!(await act(world.house, supervisor, loadImport, { import: of })).finished);
  expect((await ask(world.house, supervisor, peopleSearch, {})).total).toBe(1);
  await act(world.house, supervisor, publishImport, { import: of });
  const sheet = await ask(world.house, supervisor, importSheet, { import: of });
  expect(codes(sheet)).toEqual(['3 phone phone-not-readable', '3 name likely-known!', '4 name name-missing!', '5 name likely-twice!', '6 birth_date born-in-the-future!']);
  expect(sheet).toMatchObject({ added: 1, refused: 4 });
  for (const q of ['Fatma Ben Ali', 'فاطمة']) expect((await ask(world.house, supervisor, peopleSearch, { q })).people.map(({ name }) => name)).toEqual(['فاطمة الزهراء بن علي']);
  const elsewhere = await world.secondHub();
  expect((await ask(world.house, await elsewhere.as('supervisor'), peopleSearch, {})).total).toBe(0);
  const { rows } = await world.house.app.query('select 1 from exchange.import_row');
  expect(rows).toEqual([]);
});

test('persons undone are gone and may come again; one who was received meanwhile stands in the way, with the reason', async () => {
  const world = await openHub();
  const supervisor = await world.as('supervisor');
  const line = 'Nom;Année de naissance\nAïcha Mansouri;1979\nRim Gharbi;1990\n';
  const { of } = await bring(world, supervisor, 'persons', line);
  await act(world.house, supervisor, undoImport, { import: of });
  expect((await ask(world.house, supervisor, peopleSearch, {})).total).toBe(0);
  while (!(await act(world.house, supervisor, clearImport, { import: of })).finished);
  const again = await bring(world, supervisor, 'persons', line);
  expect(again.sheet).toMatchObject({ added: 2, refused: 0 });
  const { people } = await ask(world.house, supervisor, peopleSearch, { q: 'Rim Gharbi' });
  const { formHousehold } = await import('#modules/people/form-household/form-household.ts');
  await act(world.house, supervisor, formHousehold, { person: people[0]!.id });
  await expect(act(world.house, supervisor, undoImport, { import: again.of })).rejects.toMatchObject({ code: 'exchange.in-use', offer: { uses: [{ table: 'people.household_member', records: 1 }] } });
  expect((await ask(world.house, supervisor, peopleSearch, {})).total).toBe(2);
});

test('the keys of persons who are undone are destroyed, and nobody else’s', async () => {
  const world = await openHub();
  const supervisor = await world.as('supervisor');
  const { import: of } = await act(world.house, supervisor, bringFile, { kind: 'persons', file: base64('Nom;Année de naissance;Tél\nAïcha Mansouri;1979;98 765 432\n'), consent: true });
  while (!(await act(world.house, supervisor, loadImport, { import: of })).finished);
  await act(world.house, supervisor, publishImport, { import: of });
  const { people: [person] } = await ask(world.house, supervisor, peopleSearch, {});
  const known = await act(world.house, supervisor, registerPerson, { name: 'Rim Gharbi', phone: '22 333 444', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written', consent_language: 'fr' });
  const key = (id: string) => world.house.keys.personKey(world.network, id, world.hub);
  expect(await key(person!.id)).toHaveLength(32);
  await act(world.house, supervisor, undoImport, { import: of });
  while (!(await act(world.house, supervisor, clearImport, { import: of })).finished);
  await expect(key(person!.id)).rejects.toThrow('erased');
  await expect(key(of)).rejects.toThrow('erased');
  expect(await key(known.person)).toHaveLength(32);
});

test('a file of persons is brought by the counter, not by whoever only manages the hub', async () => {
  const world = await openHub();
  await expect(act(world.house, await world.as('hub_manager'), bringFile, { kind: 'persons', file: base64(persons) })).rejects.toMatchObject({ code: 'exchange.persons-need-desk' });
  await expect(act(world.house, await world.as('desk_officer'), bringFile, { kind: 'services', file: base64(arabic) })).rejects.toMatchObject({ code: 'core.role-missing' });
});

test('bodies: a name known already is not doubled', async () => {
  const world = await openHub();
  const manager = await world.as('hub_manager');
  const { sheet } = await bring(world, manager, 'organizations', 'Nom;Forme juridique;Secteur;Année de création\nCoopérative Ennour;coopérative;sse;2011\nCommune de Regueb;commune;;\n');
  expect(sheet).toMatchObject({ added: 2, refused: 0 });
  const { sheet: next } = await bring(world, manager, 'organizations', 'Nom\ncooperative ENNOUR\nNouvelle\nNouvelle\n');
  expect(codes(next)).toEqual(['4 name twice-in-file!']);
  expect(next).toMatchObject({ added: 1, same: 0 });
});
