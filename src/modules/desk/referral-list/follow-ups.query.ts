import { z } from 'zod';
import { query } from '../desk.ts';
import { referralsOfHub, withNames } from './referrals-of-hub.ts';

const SHOWN = 6;

/** What this desk has to follow up today: referrals declined, served but not closed, or late; the oldest first, with their true number. */
export const followUps = query({
  name: 'follow-ups',
  says: 'Shows the referrals that wait for this desk.',
  input: z.strictObject({}),
  run: async (asking) => {
    const due = referralsOfHub(asking, 'to-do');
    const { count } = await due.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await due.selectAll().orderBy('sent_at').orderBy('id').limit(SHOWN).execute();
    return { count: Number(count), referrals: await withNames(asking, rows) };
  },
});
