import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { readOffice } from '#core/files/read-office.ts';
import { rowsOfFirstSheet, type SheetRow } from '#core/files/sheet-rows.ts';

/** One row of what a bank sent: where it stands, its cells as text, and whether a cell of it is merged with others. */
export interface AnswerRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly merged: boolean;
  /** Could it be a heading or the head of a letter? */
  readonly mayBeHead: boolean;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A file holds far fewer payments, and its answer far less text. */
const mostRows = 6_000;
const mostUnpacked = 32 * 1024 * 1024;
const sheetName = /^xl\/worksheets\/[^/]+\.xml$/u;

const openZip = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer as never);

/** The first sheet of a workbook, row by row; nothing when it is no plain workbook: with programs, a password, swollen, or too long. */
export async function sheetRows(bytes: Buffer): Promise<readonly AnswerRow[] | undefined> {
  const looked = await readOffice(bytes);
  return looked.ok && looked.mediaType === workbook ? readRows(bytes).catch(() => undefined) : undefined;
}

async function readRows(bytes: Buffer): Promise<readonly AnswerRow[] | undefined> {
  const merged = await mergedRows(bytes);
  const rows: AnswerRow[] = [];
  let above = true;
  for await (const { number, values } of valuesOf(bytes)) {
    const cells = Array.from({ length: Math.max(values.length - 1, 0) }, (_, at) => textOf(values[at + 1]));
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    const row = { line: number, cells, merged: merged.some(([from, to]) => from <= number && number <= to), mayBeHead: above };
    // The head ends where a number stands first in a row of its own.
    if (/\p{Nd}/u.test(cells[0]!) && !row.merged) above = false;
    rows.push(row);
    if (rows.length > mostRows) return undefined;
  }
  return rows;
}

async function* valuesOf(bytes: Buffer): AsyncGenerator<SheetRow> {
  const zip = await openZip(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip) as never);
  try {
    yield* rowsOfFirstSheet((await entriesOf(zip)).map((entry) => ({ name: entry.fileName, read: () => open(entry) })));
  } finally {
    zip.close();
  }
}

/** A cell as text: a day as ISO, a formula as nothing, for what stands beside it may be another. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  const rich = (value as { richText?: readonly { text: string }[] } | null | undefined)?.richText;
  return rich ? rich.map(({ text }) => text).join('').trim() : '';
}

/** The rows that merged cells touch. Every part is unpacked once here, where one that is longer than it says is found out. Which of several sheets comes first their names do not tell: those merged in any of them count. */
async function mergedRows(bytes: Buffer): Promise<(readonly [from: number, to: number])[]> {
  const zip = await openZip(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  const entries = await entriesOf(zip);
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip) as never);
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > mostUnpacked) throw new Error('no answer of a bank is as big');
  const ranges: (readonly [number, number])[] = [];
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of await open(entry)) chunks.push(chunk as Buffer);
    if (!sheetName.test(entry.fileName)) continue;
    for (const [, from, to] of Buffer.concat(chunks).toString('utf8').matchAll(/<mergeCell\s[^>]*ref="[A-Z]+(\d+):[A-Z]+(\d+)"/gu)) ranges.push([Number(from), Number(to)]);
  }
  zip.close();
  return ranges;
}

const entriesOf = (zip: yauzl.ZipFile): Promise<yauzl.Entry[]> => new Promise((resolve, reject) => {
  const entries: yauzl.Entry[] = [];
  zip.on('error', reject);
  zip.on('end', () => resolve(entries));
  zip.on('entry', (entry: yauzl.Entry) => { entries.push(entry); zip.readEntry(); });
  zip.readEntry();
});
