import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Problem } from '../exchange.ts';
import { csvLines, neverClosed, separatorOf } from './csv-rows.ts';
import { type Encoding, encodingOf } from './decode.ts';
import { headOf, kindOfBytes } from './hsds-file.ts';
import { unreadable } from './unreadable-file.ts';
import { looksLikeWorkbook, readWorkbook } from './xlsx-rows.ts';
import type { Cell } from '../columns/row-values.ts';

/** A row of a table: its number in the file, its cells by the number of their column. */
export interface FileRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A table, opened: how it is written, its headings, what is odd about it, its rows one by one. */
export interface TableFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly separator: string | null;
  readonly columns: readonly string[];
  readonly notices: readonly Problem[];
  rows(): AsyncIterable<FileRow>;
}

const mostColumns = 300;

/** Opens a CSV or XLSX given as a path or as bytes. What it is, is told by its bytes; anything else is refused by its true kind. */
export async function readTableFile(source: string | Buffer): Promise<TableFile> {
  const head = typeof source === 'string' ? await headOf(source) : source.subarray(0, 1024 * 1024);
  if (head.length === 0) unreadable('file-empty');
  if (head.subarray(0, 2).equals(Buffer.from('PK'))) {
    if (!(await looksLikeWorkbook(source))) unreadable('file-of-another-kind', { kind: await kindOfBytes(head) });
    const book = await readWorkbook(source);
    return { format: 'xlsx', encoding: null, separator: null, ...book, columns: checkColumns(book.columns) };
  }
  const encoding = encodingOf(head);
  // The mark of UTF-16 is also the first two bytes of a sound.
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const kind = wide ? '?' : await kindOfBytes(head);
  if ((kind !== '?' && kind !== 'XML') || (!wide && head.includes(0))) unreadable('file-of-another-kind', { kind });
  const text = new TextDecoder(encoding).decode(head);
  if (/^\s*[[{]/u.test(text) || /^\s*<(!doctype|html|\?xml)/iu.test(text)) unreadable('file-of-another-kind', { kind: /^\s*</u.test(text) ? 'HTML / XML' : 'JSON' });
  const separator = separatorOf(text);
  const bytes = () => (typeof source === 'string' ? createReadStream(source) : Readable.from([source]));
  let columns: readonly string[] | undefined;
  for await (const { cells } of csvLines(bytes(), encoding, separator)) { columns = cells.map((cell) => cell.trim().slice(0, 200)); break; }
  if (!columns) unreadable('file-empty');
  return {
    format: 'csv', encoding, separator, columns: checkColumns(columns), notices: [],
    rows: async function* () {
      let heading = true;
      for await (const { number, cells } of csvLines(bytes(), encoding, separator)) {
        if (heading) { heading = false; continue; }
        if (cells.length === 1 && cells[0] === neverClosed) yield { number, cells: { cut: 'yes' } };
        else yield { number, cells: Object.fromEntries(cells.flatMap((cell, at) => (cell.trim() ? [[at, cell.trim()]] : []))) };
      }
    },
  };
}

function checkColumns(columns: readonly string[]): readonly string[] {
  if (columns.length > mostColumns) unreadable('too-many-columns', { most: mostColumns });
  if (!columns.some((column) => /\p{L}/u.test(column))) unreadable('no-heading');
  return columns;
}
