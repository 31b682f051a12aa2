import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import exceljs from 'exceljs';
import { safeCell } from './safe-cell.ts';

/** A piece of a list: its headings and some of its rows. */
export interface ListPart {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Writes a list as CSV (RFC 4180, UTF-8 with its mark) or as XLSX with typed cells, piece by piece. */
export async function writeTable(format: 'csv' | 'xlsx', parts: AsyncIterable<ListPart>, to: Writable): Promise<number> {
  return format === 'csv' ? writeCsv(parts, to) : writeXlsx(parts, to);
}

async function writeCsv(parts: AsyncIterable<ListPart>, to: Writable): Promise<number> {
  // A line break inside a cell is half of the record's own: without quotes a reader would take it for the whole.
  const csv = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/u });
  csv.pipe(to);
  let written = 0;
  let headed = false;
  for await (const { columns, rows } of parts) {
    if (!headed) csv.write([...columns]);
    headed = true;
    for (const row of rows) {
      if (!csv.write(row.map(safeCell))) await once(csv, 'drain');
      written++;
    }
  }
  csv.end();
  await once(to, 'finish');
  return written;
}

async function writeXlsx(parts: AsyncIterable<ListPart>, to: Writable): Promise<number> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: to as never, useSharedStrings: false });
  const sheet = book.addWorksheet('list', { views: [{ state: 'frozen', ySplit: 1 }] });
  let written = 0;
  let headed = false;
  for await (const { columns, rows } of parts) {
    if (!headed) sheet.addRow([...columns]).commit();
    headed = true;
    // Texts are texts and numbers are numbers: nothing in a cell is ever a formula.
    for (const row of rows) { sheet.addRow([...row]).commit(); written++; }
  }
  await book.commit();
  return written;
}
