import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decoded, type Encoding } from './decode.ts';

/** The likeliest separator of a table by its first lines: the one that cuts the most lines alike. */
export function separatorOf(head: string): string {
  const lines = head.split(/\r?\n/u).filter(Boolean).slice(0, 20).map((line) => line.replace(/"(?:[^"]|"")*"/gu, '""'));
  const scores = [';', ',', '\t', '|'].map((separator) => {
    const cuts = lines.map((line) => line.split(separator).length - 1);
    const first = cuts[0] ?? 0;
    return { separator, score: first === 0 ? 0 : first * (1 + cuts.filter((count) => count === first).length) };
  });
  return scores.sort((a, b) => b.score - a.score)[0]!.score > 0 ? scores[0]!.separator : ',';
}

/** A line of a table and where it stands in its file. */
export interface TableLine {
  /** The number of the row, the heading being 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Stands for a row whose quote is never closed: nothing behind it can be told apart. */
export const neverClosed = '\u0001';

/** The lines of a table, one at a time. Broken quotes and lines of another length are read as far as they can be. */
export async function* csvLines(bytes: Readable, encoding: Encoding, separator: string): AsyncGenerator<TableLine> {
  const parser = Readable.from(decoded(bytes, encoding)).pipe(parse({
    delimiter: separator, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1_000_000, trim: false,
  }));
  const lines = (parser as AsyncIterable<string[]>)[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const next = await lines.next().catch((error: { code?: string }) => {
      if (error.code !== 'CSV_QUOTE_NOT_CLOSED' && error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
      return { done: false as const, value: [neverClosed] };
    });
    if (next.done) return;
    if (next.value.some((cell) => cell.trim())) yield { number, cells: next.value };
    if (next.value[0] === neverClosed) return;
  }
}
