import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { ListPart } from './list-part.ts';
import { writeTable } from './write-table.ts';

const hostile = ['=1+1', 'a & b < c > "d"', ' espace ', 'deux\nlignes', 'retour\r\nligne', '_x0041_', 'cloche \u0007', 'سيدي بوزيد', '‏سوق الحد‎', '🌿 vert', 'é', '\uD800 demi', 'x'.repeat(40_000)];
const shown = (text: string): string => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text.replace('\uD800', '\uFFFD'));

async function written(format: 'csv' | 'xlsx', parts: readonly ListPart[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'hadina-table-')), `table.${format}`);
  await writeTable(format, (async function* () { yield* parts; })(), createWriteStream(file));
  return file;
}

const open = async (file: string) => {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  return book.worksheets[0]!;
};

test('a workbook says every text as it was, to a reader that did not write it', async () => {
  const sheet = await open(await written('xlsx', [{ columns: ['text'], rows: hostile.map((text) => [text]) }]));
  const read = hostile.map((_, i) => String(sheet.getCell(i + 2, 1).value));
  // This reader leaves the codes of signs that XML cannot carry as they stand.
  const decoded = read.map((text) => text.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
  expect(decoded).toEqual(hostile.map(shown));
  expect(sheet.getCell(2, 1).formula).toBeUndefined();
});

test('numbers are numbers, days are days, tags stand under the headings, and the sheet reads from the right', async () => {
  const part: ListPart = {
    columns: ['الولاية', 'اليوم', 'العدد', 'رمز'], hxlTags: ['#adm1+name', '#date', '#reached+f', ''], kinds: ['text', 'date', 'number', 'text'], sheet: 'تقرير [1]', rightToLeft: true,
    rows: [['سيدي بوزيد', '2026-03-01', 12.5, '0012'], ['صفاقس', '2026-02-30', null, '2026-01-01']],
  };
  const sheet = await open(await written('xlsx', [part, { columns: part.columns, rows: [['أ', '1900-01-05', -3, '']] }]));
  expect(sheet.name).toBe('تقرير  1');
  expect(sheet.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: 2 });
  expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual(['#adm1+name', '#date', '#reached+f']);
  expect(sheet.getCell('B3').value).toEqual(new Date('2026-03-01T00:00:00Z'));
  expect([sheet.getCell('C3').value, sheet.getCell('D3').value, sheet.getCell('B4').value, sheet.getCell('D4').value, sheet.getCell('B5').value, sheet.getCell('C5').value]).toEqual([12.5, '0012', '2026-02-30', '2026-01-01', '1900-01-05', -3]);
  const csv = await readFile(await written('csv', [part]), 'utf8');
  expect(csv).toBe('\uFEFFالولاية,اليوم,العدد,رمز\r\n#adm1+name,#date,#reached+f,\r\nسيدي بوزيد,2026-03-01,12.5,0012\r\nصفاقس,2026-02-30,,2026-01-01\r\n');
});

test('tags that are none, or are one too few, are not written', async () => {
  for (const hxlTags of [['adm1'], ['#adm1', '#x'], ['#Adm 1']]) await expect(written('csv', [{ columns: ['a'], rows: [], hxlTags }])).rejects.toThrow('HXL');
});

test('a workbook of many columns and pieces keeps each cell in its place', async () => {
  const columns = Array.from({ length: 60 }, (_, i) => `c${i}`);
  const rowsOf = (from: number) => Array.from({ length: 500 }, (_, r) => columns.map((_, c) => (c % 2 ? `قيمة ${from + r}-${c}` : (from + r) * 100 + c)));
  const sheet = await open(await written('xlsx', [{ columns, rows: rowsOf(0) }, { columns, rows: rowsOf(500) }]));
  expect(sheet.rowCount).toBe(1_001);
  expect(sheet.getCell('BH1001').value).toBe('قيمة 999-59');
  expect(sheet.getCell('AA502').value).toBe(50_026);
});
