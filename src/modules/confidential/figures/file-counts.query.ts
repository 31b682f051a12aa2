import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../confidential.ts';
import { suppressed } from './suppress.ts';

/** How many protected files a team has to carry, for whoever leads it: at the hub where she stands, never fewer than ten, in steps of five; null below. */
export const fileCounts = query({
  name: 'file-counts',
  says: 'Shows how many protected files are open and how many were opened lately, never fewer than ten.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, now }) => {
    const since = new Date(now.getTime() - 30 * 86_400_000);
    const { rows } = await sql<{ open: bigint; lately: bigint; closed: bigint }>`
      select count(*) filter (where closed_at is null) as open, count(*) filter (where opened_at >= ${since}) as lately, count(*) filter (where closed_at >= ${since}) as closed
      from confidential.counted_file where network_id = ${network} and hub_id = ${hub}`.execute(tx);
    const { open, lately, closed } = rows[0]!;
    return { open: suppressed(Number(open)), lately: suppressed(Number(lately)), closed: suppressed(Number(closed)) };
  },
});
