import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../people.ts';

/** How many alarms nobody has looked into: the number beside the menu entry, from the second something happened. */
export const alarmsWaiting = query({
  name: 'alarms-waiting',
  says: 'Counts the alarms that wait for an answer.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const { rows } = await sql<{ waiting: bigint }>`select count(*) as waiting from core.alarm
      where network_id = ${network} and answered_at is null and account_id <> ${actor.account}`.execute(tx);
    return Number(rows[0]!.waiting);
  },
});
