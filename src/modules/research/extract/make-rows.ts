import { createHmac } from 'node:crypto';
import { cellOf, type Column, type PersonRead } from './columns.ts';

/** Fewer than so many alike in everything that is given, and none of them is given. */
const alike = 5;
/** Of a hundred persons so many are drawn by lot, so that no number of rows is a number of persons. */
const drawnOfHundred = 90;

/** The rows that go out, and how many persons stand in none. */
export interface Made {
  readonly rows: readonly (readonly string[])[];
  readonly leftOut: number;
}

/**
 * Makes the rows of an extract: nine persons of ten by lot, a pseudonym each, generalised cells; a row stays only where at least five are
 * alike in every cell. All columns are judged together: what else is known of somebody, four others have the same. The key is of this
 * extract alone and is kept nowhere, so that pseudonyms of two extracts never meet and nobody finds a person back.
 */
export function makeRows(persons: readonly PersonRead[], columns: readonly Column[], key: Buffer): Made {
  const keyed = (label: string, person: string): Buffer => createHmac('sha256', key).update(`${label} ${person}`).digest();
  const drawn = persons.filter(({ person }) => keyed('lot', person).readUInt32BE() < (drawnOfHundred / 100) * 2 ** 32);
  const made = drawn.map((of) => ({ pseudonym: keyed('pseudonym', of.person).toString('hex').slice(0, 20), cells: columns.map((column) => cellOf(of, column)) }));
  const many = new Map<string, number>();
  for (const { cells } of made) many.set(JSON.stringify(cells), (many.get(JSON.stringify(cells)) ?? 0) + 1);
  // Sorted by pseudonym: the order tells neither when nor where.
  const rows = made.filter(({ cells }) => many.get(JSON.stringify(cells))! >= alike).map(({ pseudonym, cells }) => [pseudonym, ...cells]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  return { rows, leftOut: persons.length - rows.length };
}

/** The file: UTF-8 with its mark, one heading, lines ended as RFC 4180 says. Every cell is a code. */
export const fileOf = (columns: readonly Column[], { rows }: Made): string => `\ufeff${[['pseudonym', ...columns], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
