import { createHmac } from 'node:crypto';
import type { PrintedMonth } from '#modules/evidence/public.ts';
import { cellOf, type Column, type PersonRead } from './columns.ts';

/** Fewer than so many alike in everything that is given, and none of them is given. */
const alike = 5;
/** Of a hundred persons so many are drawn by lot, so that no number of rows is a number of persons. */
const drawnOfHundred = 90;
/** Of the groups of a month that figures keep back, so many persons stand in no row. */
const leftOpen = 10;

/** The rows that go out, and how many persons stand in none. */
export interface Made {
  readonly rows: readonly (readonly string[])[];
  readonly leftOut: number;
}

/**
 * Makes the rows of an extract: nine persons of ten by lot, a pseudonym each, generalised cells; a row stays only where at least five are
 * alike in every cell. All columns are judged together: what else is known of somebody, four others have the same. Beside the figures of a month the rows
 * of its groups that are kept back leave ten persons of them open. The key is of this extract alone and is kept nowhere, so that pseudonyms of
 * two extracts never meet and nobody finds a person back. `printed`: the months as anyone reads them (decision 0055).
 */
export function makeRows(persons: readonly PersonRead[], columns: readonly Column[], key: Buffer, printed: ReadonlyMap<string, PrintedMonth>): Made {
  const keyed = (label: string, person: string): Buffer => createHmac('sha256', key).update(`${label} ${person}`).digest();
  const drawn = persons.filter(({ person }) => keyed('lot', person).readUInt32BE() < (drawnOfHundred / 100) * 2 ** 32);
  // Sorted by pseudonym: the order tells neither when nor where, and who gives way is a lot too.
  const made = drawn.map((of) => ({ of, pseudonym: keyed('pseudonym', of.person).toString('hex').slice(0, 20), cells: columns.map((column) => cellOf(of, column)) })).sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  const rows = onlyAlike(besidePrinted(onlyAlike(made), columns, printed)).map(({ pseudonym, cells }) => [pseudonym, ...cells]);
  return { rows, leftOut: persons.length - rows.length };
}

interface Row { readonly of: PersonRead; readonly pseudonym: string; readonly cells: readonly string[] }

function onlyAlike(rows: readonly Row[]): readonly Row[] {
  const many = new Map<string, number>();
  for (const { cells } of rows) many.set(JSON.stringify(cells), (many.get(JSON.stringify(cells)) ?? 0) + 1);
  return rows.filter(({ cells }) => many.get(JSON.stringify(cells))! >= alike);
}

/** The columns that figures divide by too. */
const divided = [['sex', 'sex'], ['age_band', 'age_band'], ['governorate', 'territory']] as const;

/**
 * Takes rows away where they would tell what a page of figures keeps back: whoever subtracts the groups that are shown from the total knows how many
 * stand in the others together, and every row says that one of them is taken.
 */
function besidePrinted(rows: readonly Row[], columns: readonly Column[], printed: ReadonlyMap<string, PrintedMonth>): readonly Row[] {
  const taken = new Map<string, number>();
  return rows.filter(({ of }) => {
    const month = printed.get(of.firstMonth);
    if (!month || month.total === null) return false;
    const hidden = divided.filter(([column, cut]) => columns.includes(column) && !month[cut].has(cellOf(of, column)));
    const room = hidden.every(([, cut]) => (taken.get(`${of.firstMonth} ${cut}`) ?? 0) < month.total! - [...month[cut].values()].reduce((sum, value) => sum + value, 0) - leftOpen);
    if (room) for (const [, cut] of hidden) taken.set(`${of.firstMonth} ${cut}`, (taken.get(`${of.firstMonth} ${cut}`) ?? 0) + 1);
    return room;
  });
}

/** The file: UTF-8 with its mark, one heading, lines ended as RFC 4180 says. Every cell is a code. */
export const fileOf = (columns: readonly Column[], { rows }: Made): string => `\ufeff${[['pseudonym', ...columns], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
