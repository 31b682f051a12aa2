import { mkdtemp, readFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#core/pipeline.ts';
import { registerPerson } from '#modules/people/public.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '#modules/directory/routes.tsx';
import '#modules/people/routes.tsx';
import '../routes.tsx';
import { readTableFile } from '../reading/table-file.ts';
import { safeCell, withoutApostrophe } from './safe-cell.ts';
import { takeList } from './take-list.ts';
import { writeTable } from './write-table.ts';

const payloads = ['=1+1', '=HYPERLINK("http://x")', '+1+cmd|A0', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=cmd|\'/C calc\'!A0', '%0A=1', '|calc'];
const harmless = ['deux\nlignes', '+212 600 000 000', '-5', '−5', 'فاطمة', 'O=K', 'a+b', '(+216) 71', "d'abord", '+216.71.000'];

test('what a program might compute is walled off; phones, numbers below zero and Arabic stay as they are', () => {
  for (const text of payloads) { expect(safeCell(text), text).toBe(`'${text}`); expect(withoutApostrophe(safeCell(text))).toBe(text); }
  for (const text of harmless) { expect(safeCell(text), text).toBe(text); expect(withoutApostrophe(text)).toBe(text); }
});

test('a list goes out and comes in again as it was, as CSV and as XLSX', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-list-'));
  const rows = [...payloads, ...harmless].filter((text) => text === text.trim()).map((text) => [text, 'x']);
  for (const format of ['csv', 'xlsx'] as const) {
    const file = join(folder, `list.${format}`);
    async function* parts() { yield { columns: ['name', 'type'], rows }; }
    expect(await writeTable(format, parts(), createWriteStream(file))).toBe(rows.length);
    const back: string[] = [];
    for await (const { cells } of (await readTableFile(file)).rows()) back.push(withoutApostrophe(String(cells['0'])));
    expect(back).toEqual(rows.map(([text]) => text));
  }
  expect((await readFile(join(folder, 'list.csv'))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('persons go out as their cards say, never with a phone, and only those of one’s own hub', async () => {
  const world = await openHub();
  const supervisor = await world.as('supervisor');
  await act(world.house, supervisor, registerPerson, { name: 'Rim Gharbi', phone: '98765432', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written', consent_language: 'fr' });
  const { rows, columns } = await act(world.house, supervisor, takeList, { list: 'persons' });
  expect(rows.map((row) => row[columns.indexOf('name')])).toEqual(['Rim Gharbi']);
  expect(JSON.stringify(rows)).not.toContain('98765432');
  expect((await act(world.house, await (await world.secondHub()).as('supervisor'), takeList, { list: 'persons' })).rows).toEqual([]);
  await expect(act(world.house, await world.as('desk_officer'), takeList, { list: 'persons' })).rejects.toMatchObject({ code: 'core.role-missing' });
});
