import type { Writable } from 'node:stream';
import type { ListPart } from './list-part.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Writes a list as CSV (RFC 4180, UTF-8 with its mark) or as XLSX with typed cells, piece by piece. */
export async function writeTable(format: 'csv' | 'xlsx', parts: AsyncIterable<ListPart>, to: Writable): Promise<number> {
  return format === 'csv' ? writeCsv(parts, to) : writeXlsx(parts, to);
}
