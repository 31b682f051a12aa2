import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type ListPart, rowOfTags } from './list-part.ts';
import { safeCell } from './safe-cell.ts';

const LETTERS_AT_ONCE = 1 << 18;
const BYTE_ORDER_MARK = '\uFEFF';

// A line break inside a cell is half of the record's own: without quotes a reader would take it for the whole.
const needsQuotes = /[",\r\n]/u;

/** One cell as RFC 4180 writes it, nothing in it to be computed. */
const csvCell = (value: string | number | null): string => {
  const cell = safeCell(value);
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Writes a list as CSV: RFC 4180, UTF-8 with its mark, headings, then tags where there are any. Answers how many rows went out. */
export async function writeCsv(parts: AsyncIterable<ListPart>, to: Writable): Promise<number> {
  let written = 0;
  let text = '';
  const put = async (): Promise<void> => {
    const piece = Buffer.from(text);
    text = '';
    if (!to.write(piece)) await once(to, 'drain');
  };
  for await (const part of parts) {
    if (!written && !text) text = BYTE_ORDER_MARK + csvLine(part.columns) + rowOfTags(part).map((tags) => `${tags.join(',')}\r\n`).join('');
    for (const row of part.rows) {
      text += csvLine(row);
      written++;
      if (text.length > LETTERS_AT_ONCE) await put();
    }
  }
  await put();
  to.end();
  await once(to, 'finish');
  return written;
}
