import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../confidential.ts';
import { suppressed } from './suppress.ts';

/** How many protected files were opened in a finished year, and in how many work in homes became declared; null where there were fewer than ten. */
export interface YearFigure {
  readonly year: number;
  readonly opened: number | null;
  readonly declared: number | null;
}

interface Counted { year: number; files: bigint }

/**
 * Protected files by finished calendar year over the reader's hubs: never fewer than ten, in steps of five, nothing of the running
 * year. The rows counted already leave out those who keep the reader out.
 */
export const protectedFigures = query({
  name: 'protected-figures',
  says: 'Shows how many protected files were opened, and how much work became declared, per finished year; never fewer than ten.',
  input: z.strictObject({}),
  run: async ({ tx, network, now }) => {
    const begun = sql`date_trunc('year', ${now}::timestamptz at time zone 'UTC')`;
    const { rows } = await sql<Counted>`
      select extract(year from opened_at at time zone 'UTC')::int as year, count(*) as files from confidential.counted_file
      where network_id = ${network} and opened_at < ${begun} at time zone 'UTC' group by 1`.execute(tx);
    const { rows: declared } = await sql<Counted>`
      select extract(year from declared_on)::int as year, count(*) as files from confidential.counted_file
      where network_id = ${network} and declared_on < (${begun})::date group by 1`.execute(tx);
    const of = (counted: readonly Counted[], year: number) => suppressed(Number(counted.find((row) => row.year === year)?.files ?? 0));
    const last = now.getUTCFullYear() - 1;
    return [0, 1, 2].map((back): YearFigure => {
      const year = last - back;
      return { year, opened: of(rows, year), declared: of(declared, year) };
    });
  },
});
