import { z } from 'zod';
import { choice, maybe, wholeNumber } from '#core/input.ts';
import { query } from '../desk.ts';
import { type ReferralFilter, referralFilters } from './referral-filter.ts';
import { referralsOfHub, withNames } from './referrals-of-hub.ts';

const PAGE = 25;

/** The referrals of this hub by side: to do, waiting, late, answered, over. The longest wait comes first; true counts. */
export const referralList = query({
  name: 'referral-list',
  says: 'Lists the referrals that this hub sent.',
  input: z.strictObject({ filter: maybe(choice(referralFilters)), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { filter = 'to-do', page = 1 }) => {
    const counts: Partial<Record<ReferralFilter, number>> = {};
    for (const side of referralFilters) {
      const { count } = await referralsOfHub(asking, side).select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
      counts[side] = Number(count);
    }
    const rows = await referralsOfHub(asking, filter).selectAll()
      .orderBy('sent_at', filter === 'over' ? 'desc' : 'asc').orderBy('id').limit(PAGE).offset((page - 1) * PAGE).execute();
    return { filter, page, pageSize: PAGE, counts, referrals: await withNames(asking, rows) };
  },
});
