import type { Writable } from 'node:stream';
import { writeZip, type ZippedFile } from '../take-hsds/write-zip.ts';
import { type ListPart, rowOfTags } from './list-part.ts';
import { cellBegins, SheetBytes } from './sheet-bytes.ts';

const BYTES_AT_ONCE = 1 << 17;
const MOST_ROWS = 1_048_576;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook of one sheet that are always the same (ECMA-376). */
const fixed: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/**
 * Writes a list as a workbook of one sheet, row by row and holding none: what a package for workbooks took six times as long for (0053).
 * Answers how many rows went out. A list of more rows than a sheet has ends in an error.
 */
export async function writeXlsx(parts: AsyncIterable<ListPart>, to: Writable, now = new Date()): Promise<number> {
  const pieces = parts[Symbol.asyncIterator]();
  const first = await pieces.next();
  const head: ListPart = first.done ? { columns: [], rows: [] } : first.value;
  const counted = { rows: 0 };
  const book = new SheetBytes();
  book.markup(`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="`);
  book.text(sheetName(head.sheet));
  book.markup('" sheetId="1" r:id="rId1"/></sheets></workbook>');
  async function* all(): AsyncGenerator<ZippedFile> {
    for (const [name, xml] of Object.entries(fixed)) yield { name, bytes: one(Buffer.from(HEAD + xml)) };
    yield { name: 'xl/workbook.xml', bytes: one(book.take()) };
    yield { name: 'xl/worksheets/sheet1.xml', bytes: sheetOf(head, pieces, counted) };
  }
  await writeZip(all(), to, now, { level: 1 });
  return counted.rows;
}

/** Names of sheets may not hold these signs, nor be longer than 31 letters, nor begin or end with an apostrophe. */
const sheetName = (name = 'list'): string => name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31).replace(/^'+|'+$/gu, '').trim() || 'list';

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> { yield bytes; }

async function* sheetOf(head: ListPart, pieces: AsyncIterator<ListPart>, counted: { rows: number }): AsyncGenerator<Uint8Array> {
  const [bytes, begins] = [new SheetBytes(), head.columns.map((_, i) => cellBegins(i))];
  let at = 0;
  const put = (cells: ListPart['rows'][number], kinds?: ListPart['kinds']): void => {
    if (++at > MOST_ROWS) throw new Error('A sheet has at most 1,048,576 rows');
    const row = String(at);
    bytes.markup(`<row r="${row}">`);
    for (let i = 0; i < cells.length; i++) bytes.cell((begins[i] ??= cellBegins(i)), row, cells[i]!, kinds?.[i]);
    bytes.markup('</row>');
  };
  const above = [head.columns, ...rowOfTags(head)];
  bytes.markup(`${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${head.rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="${above.length}" topLeftCell="A${above.length + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`);
  for (const row of above) put(row);
  for (let part: ListPart | undefined = head; part; part = await after(pieces)) {
    for (const row of part.rows) {
      put(row, head.kinds);
      counted.rows++;
      if (bytes.waiting > BYTES_AT_ONCE) yield bytes.take();
    }
  }
  bytes.markup('</sheetData></worksheet>');
  yield bytes.take();
}

const after = async (pieces: AsyncIterator<ListPart>): Promise<ListPart | undefined> => {
  const next = await pieces.next();
  return next.done ? undefined : next.value;
};
