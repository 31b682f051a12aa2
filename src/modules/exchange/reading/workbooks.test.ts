import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOfFirstSheet } from '#core/files/sheet-rows.ts';
import { writeTable } from '../public.ts';
import { readTableFile } from './table-file.ts';
import { openZip } from './zip-files.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hadina-letters-')); });
afterAll(() => rm(folder, { recursive: true }));

/** Letters of one, two and three bytes, so long that they lie in several pieces of the file. */
const named = Array.from({ length: 6_000 }, (_, at) => [`${'a'.repeat(at % 4)}فاطمة الزهراء ${at}`, `Médina ${'é'.repeat(at % 3)} ${at} – ﷽`]);

const spoiledIn = async (file: string) => {
  let at = 0;
  const spoiled: unknown[] = [];
  for await (const { cells } of (await readTableFile(file)).rows()) {
    const told = named[at++]!;
    if (cells[0] !== told[0] || cells[1] !== told[1]) spoiled.push(cells);
  }
  return { rows: at, spoiled };
};

it('reads every letter of a workbook that this house wrote', async () => {
  const file = join(folder, 'written.xlsx');
  const parts = async function* () { yield { columns: ['name', 'place'], rows: named }; };
  await writeTable('xlsx', parts(), createWriteStream(file));
  expect(await spoiledIn(file)).toEqual({ rows: named.length, spoiled: [] });
});

it('reads every letter of a workbook whose texts are kept apart from its rows, as other programs write them', async () => {
  const file = join(folder, 'shared.xlsx');
  const book = new exceljs.Workbook();
  book.addWorksheet('1').addRows([['name', 'place'], ...named]);
  await book.xlsx.writeFile(file);
  expect(await spoiledIn(file)).toEqual({ rows: named.length, spoiled: [] });
});

it('reads a workbook in whatever order its parts lie: the sheet before its texts, the book that names it last', async () => {
  const book = new exceljs.Workbook();
  book.addWorksheet('1').addRows([['name', 'since'], ['أمل', new Date('2026-03-02T00:00:00Z')]]);
  const zip = await openZip(Buffer.from(await book.xlsx.writeBuffer()));
  const parts = zip.entries.map((entry) => ({ name: entry.name, read: () => zip.read(entry) }));
  const rowsOf = async (lying: typeof parts) => { const rows: unknown[] = []; for await (const { values } of rowsOfFirstSheet(lying)) rows.push(values.slice(1)); return rows; };
  const read = [['name', 'since'], ['أمل', new Date('2026-03-02T00:00:00Z')]];
  expect([await rowsOf(parts), await rowsOf(parts.toReversed()), await rowsOf(parts.toSorted((a, b) => (a.name < b.name ? 1 : -1)))]).toEqual([read, read, read]);
  zip.close();
});
