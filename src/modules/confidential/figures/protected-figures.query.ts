import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../confidential.ts';
import { suppressed } from './suppress.ts';

/** How many protected files were opened in each finished year; null where there were fewer than ten. */
export interface YearFigure {
  readonly year: number;
  readonly opened: number | null;
}

/**
 * Protected files by finished calendar year over the reader's hubs: never fewer than ten, in steps of five, nothing of the running
 * year. The rows counted already leave out those who keep the reader out.
 */
export const protectedFigures = query({
  name: 'protected-figures',
  says: 'Shows how many protected files were opened per finished year, never fewer than ten.',
  input: z.strictObject({}),
  run: async ({ tx, network, now }) => {
    const { rows } = await sql<{ year: number; files: bigint }>`
      select extract(year from opened_at at time zone 'UTC')::int as year, count(*) as files from confidential.counted_file
      where network_id = ${network} and opened_at < date_trunc('year', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC' group by 1`.execute(tx);
    const last = now.getUTCFullYear() - 1;
    return [0, 1, 2].map((back): YearFigure => {
      const year = last - back;
      return { year, opened: suppressed(Number(rows.find((row) => row.year === year)?.files ?? 0)) };
    });
  },
});
