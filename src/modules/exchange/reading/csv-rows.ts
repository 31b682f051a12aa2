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

/** The lines of a table, one at a time. Broken quotes and lines of another length are read as far as they can be. */
export async function* csvLines(bytes: Readable, encoding: Encoding, separator: string): AsyncGenerator<TableLine> {
  const parser = Readable.from(decoded(bytes, encoding)).pipe(parse({
    delimiter: separator, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1_000_000, trim: false,
  }));
  let number = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    number++;
    if (cells.some((cell) => cell.trim())) yield { number, cells };
  }
}
