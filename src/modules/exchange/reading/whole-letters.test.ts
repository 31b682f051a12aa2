import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTable } from '../public.ts';
import { readTableFile } from './table-file.ts';

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
