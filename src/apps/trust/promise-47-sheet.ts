import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListPart, writeTable } from '#modules/exchange/public.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { cellsOfSheet } from './sheet/cells-of-sheet.ts';
import { hostileCells } from './sheet/hostile-cells.ts';
import { officeIsHere, openInOffice, type Reading } from './sheet/open-in-office.ts';

const missing = 'LibreOffice is not installed here, so no sheet was opened: install libreoffice-calc';

export const sheetPromise: TrustPromise = {
  number: 47,
  name: 'sheet',
  title: 'a program for tables computes nothing of what goes out, and shows it as it was',
  apart: true,
  tooLongForAMinute: 'opens files in LibreOffice',
  run: async () => {
    if (!(await officeIsHere())) return noneOf('cells computed or changed', 0, [missing]);
    const readings: readonly Reading[] = ['csv-as-it-comes', 'csv-as-text', 'xlsx'];
    const faults: string[] = [];
    for (const reading of readings) faults.push(...await opened(reading, (file) => written(reading === 'xlsx' ? 'xlsx' : 'csv', file)));
    return noneOf('cells computed or changed', hostileCells.length * readings.length, faults, 600, [`${hostileCells.length} texts written by the house’s own writers as CSV and XLSX, opened three times`]);
  },
  plantedFault: async () => {
    if (!(await officeIsHere())) return false;
    // A file whose cells nobody walled off.
    const faults = await opened('csv-as-it-comes', (file) => writeFile(file, `\uFEFFn,text,n2\r\n${hostileCells.map((text, at) => `${at},"${text.replaceAll('"', '""')}",${-at}\r\n`).join('')}`));
    return faults.some((fault) => fault.startsWith('"=1+1" is computed'));
  },
};

/** The texts as the house writes them, between two numbers that must stay numbers. */
async function written(format: 'csv' | 'xlsx', file: string): Promise<void> {
  async function* parts(): AsyncGenerator<ListPart> { yield { columns: ['n', 'text', 'n2'], rows: hostileCells.map((text, at) => [at, text, -at]) }; }
  await writeTable(format, parts(), createWriteStream(file));
}

/** Writes a file, opens it, and names every cell that was computed or is not what it was. */
async function opened(reading: Reading, write: (file: string) => Promise<void>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-sheet-'));
  try {
    const file = join(folder, `list.${reading === 'xlsx' ? 'xlsx' : 'csv'}`);
    await write(file);
    const flat = await openInOffice(file, reading);
    const [texts, numbers] = [await cellsOfSheet(flat, 1), await cellsOfSheet(flat, 2)];
    return hostileCells.flatMap((text, at) => {
      const [seen, name] = [texts.get(at), `${JSON.stringify(text.slice(0, 40))}`];
      if (numbers.get(at)?.type !== 'float') return [`the number beside ${name} is none in ${reading}`];
      if (!seen) return [`${name} is gone in ${reading}`];
      if (seen.formula !== null) return [`${name} is computed in ${reading}`];
      // Opened without a word, a program takes what looks like a number or a day for one: its value is the same, its spelling is not ours to hold.
      if (reading === 'csv-as-it-comes' && seen.type !== 'string') return looksLikeValue(text) ? [] : [`${name} became a ${seen.type} in ${reading}`];
      // An apostrophe is the wall of CSV, where nothing else says that a cell is text; a mark of byte order in front is no sign, and programs drop it.
      const as = [text, text.replace(/^\uFEFF/u, ''), ...(reading === 'xlsx' ? [] : [`'${text}`])];
      return as.includes(seen.text) ? [] : [`${name} became ${JSON.stringify(seen.text.slice(0, 40))} in ${reading}`];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Digits with the signs that numbers, shares, hours and days are written with, or one of the words for true and false. */
const looksLikeValue = (text: string): boolean => /^[\s+\-−\d.,:/eE%TZ]+$/u.test(text) || /^(?:TRUE|FALSE|3-MAR|Mar 1)$/u.test(text);
