import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Comparable, findDoubles } from '#core/text/find-doubles.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { listFolder } from './name-pairs.ts';

const folder = join(listFolder, '..', 'dedupe');

type Row = Readonly<Record<string, string>>;
const rowsOf = (path: string): Row[] => parse(readFileSync(join(folder, path)), { columns: (heads: string[]) => heads.map((head) => head.trim()), trim: true });

const isDate = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}$/u.test(text ?? '');
const known = (names: string, birthDate: string | undefined, more: Partial<Comparable>): Comparable => ({
  names: names.trim() ? [names.trim()] : [], ...(birthDate && isDate(birthDate) ? { birthDate, birthYear: Number(birthDate.slice(0, 4)) } : {}), ...more,
});
const dashed = (digits = '') => digits.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');

/** Two public sets of made-up records with their doubles, as somebody of the desk would know them: name, birth, number, place. */
const sets: Readonly<Record<string, { file: string; read: (row: Row) => { readonly who: string; readonly person: Comparable } }>> = {
  'FEBRL 1 (500 pairs)': {
    file: 'febrl-1/dataset1.csv',
    read: (row) => ({
      who: /rec-(\d+)/u.exec(row.rec_id!)![1]!,
      person: known(`${row.given_name} ${row.surname}`, dashed(row.date_of_birth), {
        ...(row.soc_sec_id ? { idNumber: row.soc_sec_id } : {}), marks: [`id:${row.soc_sec_id}`, `born:${row.date_of_birth}`], ...(row.postcode ? { placeCode: row.postcode } : {}),
      }),
    }),
  },
  'Splink fake 1000': {
    file: 'splink-fake1000/fake_1000.csv',
    read: (row) => ({
      who: row.cluster!,
      person: known(`${row.first_name} ${row.surname}`, row.dob, { marks: [`email:${row.email}`, `born:${row.dob}`].filter((mark) => !mark.endsWith(':')), ...(row.city ? { placeCode: row.city } : {}) }),
    }),
  },
};

/** Precision and recall of the walk through all records of the public sets, for what is shown at all and for what is called likely. */
export async function dedupeFigures(): Promise<Line[]> {
  if (!existsSync(folder)) return [];
  return Object.entries(sets).flatMap(([name, { file, read }]) => {
    const rows = rowsOf(file).map(read);
    const sizes = new Map<string, number>();
    for (const { who } of rows) sizes.set(who, (sizes.get(who) ?? 0) + 1);
    const pairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    const found = [...findDoubles(rows.map(({ person }) => person))].flat();
    return (['possible', 'strong'] as const).map((least): Line => {
      const shown = found.filter(({ strength }) => least === 'possible' || strength === 'strong');
      const right = shown.filter(({ first, second }) => rows[first]!.who === rows[second]!.who).length;
      return {
        name: `${name}, ${least === 'possible' ? 'possible and likely' : 'likely'}: precision`, value: (100 * right) / shown.length, bound: 95, unit: '%', atLeast: true,
        detail: `recall ${((100 * right) / pairs).toFixed(1)} % of ${pairs} pairs, ${shown.length - right} others shown`,
      };
    });
  });
}
