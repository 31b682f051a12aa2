import { rowsOfFirstSheet } from '#core/files/sheet-rows.ts';
import type { Problem } from '../exchange.ts';
import type { Cell } from '../columns/row-values.ts';
import type { FileRow } from './table-file.ts';
import { unreadable } from './unreadable-file.ts';
import { type OpenZip, openZip } from './zip-files.ts';

/** Is this zip a workbook? */
export async function looksLikeWorkbook(source: string | Buffer): Promise<boolean> {
  const zip = await openZip(source);
  zip.close();
  return zip.entries.some(({ name }) => name === 'xl/workbook.xml') && zip.entries.some(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name));
}

interface Book {
  readonly columns: readonly string[];
  readonly notices: readonly Problem[];
  rows(): AsyncIterable<FileRow>;
}

/**
 * The first sheet of a workbook, row by row. The zip is looked at before anything else opens it, and read through once for what the
 * row reader does not tell: merged cells, and whether more comes out than its directory says.
 */
export async function readWorkbook(source: string | Buffer): Promise<Book> {
  const zip = await openZip(source);
  const merged = await mergedCells(zip);
  const sheets = zip.entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name)).length;
  zip.close();
  let columns: readonly string[] | undefined;
  for await (const row of sheetRows(source)) { columns = headingOf(row.cells); break; }
  if (!columns) return unreadable('file-empty');
  const notices: Problem[] = [
    ...(merged.length ? [{ field: '', code: 'merged-cells', values: { where: merged.slice(0, 8).join(', '), count: merged.length } }] : []),
    ...(sheets > 1 ? [{ field: '', code: 'first-sheet-only', values: { count: sheets } }] : []),
  ];
  return {
    columns, notices,
    rows: async function* () {
      let heading = true;
      for await (const row of sheetRows(source)) {
        if (heading) heading = false;
        else yield row;
      }
    },
  };
}

function headingOf(cells: FileRow['cells']): string[] {
  const last = Math.max(-1, ...Object.keys(cells).map(Number));
  return Array.from({ length: last + 1 }, (_, at) => { const cell = cells[at]; return (typeof cell === 'string' ? cell : '').slice(0, 200); });
}

/** The merged ranges of the first sheet, read from the end of its XML without keeping it. */
async function mergedCells(zip: OpenZip): Promise<string[]> {
  const [sheet] = zip.entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  let rest = '';
  for await (const chunk of await zip.read(sheet!)) {
    const text = rest + String(chunk);
    for (const [, range] of text.matchAll(/<mergeCell\s+ref="([A-Z0-9:]{1,30})"/gu)) if (found.length < 1_000) found.push(range!);
    // A range cut in two between chunks is met whole next time; one met whole already is not met again.
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 100));
    if (rest.includes('>')) rest = '';
  }
  return found;
}

async function* sheetRows(source: string | Buffer): AsyncGenerator<FileRow> {
  const zip = await openZip(source);
  try {
    for await (const { number, values } of rowsOfFirstSheet(zip.entries.map((entry) => ({ name: entry.name, read: () => zip.read(entry) })))) {
      const cells: Record<string, Cell> = {};
      // Values count from 1, and holes are left out by forEach.
      values.forEach((value, at) => { const cell = cellOf(value); if (cell !== undefined && at > 0) cells[at - 1] = cell; });
      if (Object.keys(cells).length) yield { number, cells };
    }
  } finally {
    zip.close();
  }
}

/** A cell as text: dates as ISO days, formulas never computed but with the plain value that stood beside them. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  const cell = value as { formula?: string; sharedFormula?: string; result?: unknown; richText?: { text: string }[]; text?: unknown; error?: string };
  if (cell.formula !== undefined || cell.sharedFormula !== undefined) {
    const shown = cellOf(cell.result);
    return { formula: true, value: typeof shown === 'string' ? shown : undefined };
  }
  if (Array.isArray(cell.richText)) return cell.richText.map(({ text }) => text).join('').trim() || undefined;
  if (cell.text !== undefined) return cellOf(cell.text);
  return undefined;
}
