import { Decrypter } from 'age-encryption';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { bringFile } from '#modules/exchange/bring-file/bring-file.ts';
import { loadImport, publishImport, readTableFile } from '#modules/exchange/public.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { listInMarkup } from './list-in-markup.ts';

let world: World;
let web: Web;
let supervisor: Actor;
const many = 61;
/** Each name once, none like another. */
const names = Array.from({ length: many }, (_, at) => `${['Zohra', 'Mabrouk', 'Hédi'][at % 3]} ${String.fromCharCode(65 + (at % 26))}${'aeiou'[at % 5]}${String.fromCharCode(98 + ((at * 7) % 20))}ari${'abcdefghijk'[at % 11]}`);
const services = Array.from({ length: many }, (_, at) => `${['Atelier', 'Garde'][at % 2]} ${'abcdefghijklm'[at % 13]}${'aeiou'[at % 5]}z`);

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
  supervisor = await world.as('supervisor');
  const table = Buffer.from(['Nom;Sexe', ...names.map((name) => `${name};F`)].join('\n')).toString('base64');
  const { import: of } = await act(world.house, supervisor, bringFile, { kind: 'persons', file: table, file_name: 'x.csv', doubles: 'take' });
  while (!(await act(world.house, supervisor, loadImport, { import: of })).finished);
  await act(world.house, supervisor, publishImport, { import: of });
  const directory = await openDirectory(world);
  for (const name of services) await directory.service({ names: { fr: name } });
}, 60_000);

const linkOf = (html: string, format: string) => new RegExp(`href="(/lists/${format}[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&');
const rowsOf = async (answer: Response) => {
  const table = await readTableFile(Buffer.from(await answer.arrayBuffer()));
  const rows: string[][] = [];
  for await (const { cells } of table.rows()) rows.push(table.columns.map((_, at) => String(cells[at] ?? '')));
  return { columns: table.columns, rows };
};
const taken = () => ownerQuery<{ body: { list: string; rows: number } }>(world.house, `select body from core.event where network_id = $1 and name = 'exchange.list-taken'`, [world.network]);

it('a list goes out as it is shown: its filter, its columns, every page of it; and each step is known', async () => {
  const page = await (await web.get('/services?q=Atelier', supervisor)).text();
  const [csv, xlsx] = [linkOf(page, 'csv')!, linkOf(page, 'xlsx')!];
  expect(csv).toMatch(/^\/lists\/csv\/services\?q=Atelier/);
  const shown = listInMarkup(page, /[?&]list=([\w-]+)/.exec(csv)![1]!)!;
  const file = await web.get(csv, supervisor);
  expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'no-store']);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="list-\d{4}-\d\d-\d\d\.csv"$/);
  const { columns, rows } = await rowsOf(file);
  expect(columns).toEqual(shown.columns);
  expect(rows.slice(0, shown.rows.length)).toEqual(shown.rows.map((row) => row.map(String)));
  const every = await rowsOf(await web.get(`/lists/xlsx/services?${xlsx.split('?')[1]!.replace('q=Atelier', 'q=')}`, supervisor));
  const carried = (await taken()).map(({ body }) => body);
  expect(new Set(carried.map(({ list }) => list))).toEqual(new Set(['directory.service-list']));
  expect(carried.reduce((sum, { rows: some }) => sum + some, 0)).toBe(rows.length + every.rows.length);
  // Every service once, although the list has several pages.
  const inFile = every.rows.map((row) => services.find((name) => row.some((cell) => cell.includes(name))));
  expect([...inFile].sort()).toEqual([...services].sort());
});

it('persons go out of no list: no link is drawn, the address says why and where they are taken, in each language', async () => {
  const before = (await taken()).length;
  const page = await (await web.get('/people?q=Zohra', supervisor)).text();
  expect([linkOf(page, 'csv'), linkOf(page, 'xlsx')]).toEqual([undefined, undefined]);
  expect(page).toContain('href="/files/out/persons"');
  const key = /<table class="list ([\w-]+)"/.exec(page)![1]!;
  const said: string[] = [];
  for (const lang of ['ar', 'fr', 'en']) for (const format of ['csv', 'xlsx']) {
    const answer = await web.get(`/lists/${format}/people?q=Zohra&list=${key}&lang=${lang}`, supervisor);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-disposition'), text.includes('Zohra'), text.includes('/files/out/persons')]).toEqual([409, null, false, true]);
    said.push(/class="notice[^"]*"[^]*?<\/main>/.exec(text)![0]);
  }
  expect(new Set(said).size).toBe(3);
  expect((await taken()).length).toBe(before);
  const officer = await world.as('desk_officer');
  expect(await (await web.get('/people?q=Zohra', officer)).text()).not.toContain('/files/out/persons');
  expect((await web.get(`/lists/csv/people?list=${key}`, officer)).status).toBe(404);
});

it('whoever may not take lists out, or may not see the page, finds nothing', async () => {
  const officer = await world.as('desk_officer');
  const page = await (await web.get('/services', officer)).text();
  expect(linkOf(page, 'csv')).toBeUndefined();
  const csv = linkOf(await (await web.get('/services', supervisor)).text(), 'csv')!;
  expect((await web.get(csv, officer)).status).toBe(404);
  expect((await web.get(csv)).status).toBe(404);
  expect((await web.get(csv.replace(/list=[\w-]+/, 'list=another'), supervisor)).status).toBe(404);
});

it('whole lists and the directory go out from one page, for whoever leads, and each step is known', async () => {
  const page = await (await web.get('/files/out', supervisor)).text();
  const hrefs = [...page.matchAll(/href="(\/take\/[a-z]+\.[a-z]+)"/g)].map(([, href]) => href!);
  expect(hrefs).toHaveLength(5);
  const before = (await taken()).length;
  // Persons have no address of their own: a leave, once, sealed under words that stand on the screen.
  for (const href of ['/take/persons.csv', '/take/persons.xlsx']) expect((await web.get(href, supervisor)).status).toBe(404);
  const ready = await (await web.send('/files/out/persons', { format: 'csv' }, supervisor)).text();
  const [link, words] = [/\/take\/leave\/[\w-]{43}/.exec(ready)![0], /[a-z2-9]{4}(?:-[a-z2-9]{4}){4}/.exec(ready)![0]];
  const persons = await web.get(link, supervisor);
  expect([persons.status, persons.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const sealed = Buffer.from(await persons.arrayBuffer());
  expect(sealed.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  const opener = new Decrypter();
  opener.addPassphrase(words);
  const table = Buffer.from(await opener.decrypt(sealed));
  expect((await rowsOf(new Response(table))).rows).toHaveLength(many);
  expect((await web.get(link, supervisor)).status).toBe(404);
  const zip = Buffer.from(await (await web.get('/take/hsds.zip', supervisor)).arrayBuffer());
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  expect((await taken()).length).toBe(before + 2);
  const officer = await world.as('desk_officer');
  for (const href of [...hrefs, '/take/hsds.csv', '/take/accounts.csv', '/files/out']) expect([href, (await web.get(href, officer)).status]).toEqual([href, 404]);
  expect((await web.get('/take/accounts.csv', supervisor)).status).toBe(404);
});

it('reads cells as they are shown: no icons, no hidden words, no buttons; figures as numbers; formulas as text', () => {
  const html = `<main id="main"><table class="list of-a-b-c-d"><thead><tr><th>Nom</th><th class="numeric">Nombre</th><th>Autre <span class="visually-hidden">caché</span></th><th></th></tr></thead>
    <tbody><tr><td><a href="/x"><svg class="icon"><path d="M0"/></svg> <bdi>\u2068=1+1\u2069</bdi></a></td><td class="numeric">1\u202f240</td><td><p>un</p><p>deux</p></td><td><form><button>Effacer</button></form></td></tr>
    <tr><td>&amp;&#x27;</td><td class="numeric">007</td><td></td><td></td></tr></tbody></table><table class="list of-z"><tr><td>x</td></tr></table></main>`;
  expect(listInMarkup(html, 'of-a-b-c-d')).toEqual({ columns: ['Nom', 'Nombre', 'Autre'], rows: [['=1+1', 1240, 'un · deux'], ["&'", '007', '']] });
  expect(listInMarkup(html, 'of-nothing')).toBe(null);
  // Thousands as Arabic, Moroccan French and English write them; a fraction keeps its own sign, a word with points stays a word.
  const figures = (group: string, ...cells: string[]) => listInMarkup(`<main><table class="list of-a"><thead><tr><th>n</th></tr></thead><tbody>${cells.map((cell) => `<tr><td class="numeric">${cell}</td></tr>`).join('')}</tbody></table></main>`, 'of-a', group)!.rows.map(([cell]) => cell);
  expect(figures('.', '1.240', '12.345.678', '1.240,5', '1,24', '999', '1.2', '2026.11.22', '0.125')).toEqual([1240, 12345678, '1240,5', '1,24', 999, '1.2', '2026.11.22', '0.125']);
  expect(figures(',', '1,240', '1,240.5', '1.24')).toEqual([1240, '1240.5', '1.24']);
});
