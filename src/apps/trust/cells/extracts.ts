import { randomBytes } from 'node:crypto';
import type { PrintedMonth } from '#modules/evidence/disclosure/printed-groups.ts';
import { type Column, type PersonRead, received } from '#modules/research/extract/columns.ts';
import { makeRows } from '#modules/research/extract/make-rows.ts';
import type { Limit } from './attack.ts';
import type { PlantedTown } from './planted-months.ts';
import type { Page } from './read-published.ts';
import { type CellName, type Group, groups } from './true-cells.ts';

const columnOf: Readonly<Record<Group, Column>> = { sex: 'sex', age_band: 'age_band', territory: 'governorate' };
const columns: readonly Column[] = ['first_month', 'sex', 'age_band', 'governorate'];

/** What a researcher learns of each month from the rows of an extract of everybody: so many of the group came at least. By month, under the number it is of. */
export function extractOf({ planted, months }: PlantedTown, pages: (month: string) => Page): (month: string) => readonly Limit[] {
  const persons = new Map<string, PersonRead>();
  for (const { person, month, sex, age_band, territory } of planted) {
    const before = persons.get(person);
    const times = new Map([[received, (before?.times.get(received) ?? 0) + 1]]);
    persons.set(person, before ? { ...before, times } : { person, sex, ageBand: age_band, governorate: territory, firstMonth: month, times });
  }
  const { rows } = makeRows([...persons.values()], columns, randomBytes(32), new Map(months.map((month) => [month, printedOf(pages(month))])));
  const made = rows.map(([, ...cells]) => Object.fromEntries(columns.map((column, at) => [column, cells[at]!])) as Record<Column, string>);
  const atLeast = (cell: CellName, least: number): Limit => ({ terms: new Map([[cell, 1]]), least, most: null });
  return (month) => {
    const here = made.filter((row) => row.first_month === month);
    return [atLeast('all', here.length), ...(Object.keys(groups) as Group[]).flatMap((cut) => groups[cut].map((key) => atLeast(`${cut}=${key}`, here.filter((row) => row[columnOf[cut]] === key).length)))].filter(({ least }) => least > 0);
  };
}

/** The month as the page of figures prints it to anyone. */
function printedOf(page: Page): PrintedMonth {
  const total = page.get('all') ?? null;
  const shown = (cut: Group) => new Map(groups[cut].flatMap((key) => { const value = page.get(`${cut}=${key}`); return value == null ? [] : [[key, value] as const]; }));
  return { total, sex: shown('sex'), age_band: shown('age_band'), territory: shown('territory') };
}
