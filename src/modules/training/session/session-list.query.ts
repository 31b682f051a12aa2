import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { clockIn, momentOf } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { audiences } from '../codes.ts';
import { query } from '../training.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const monthAfter = (of: string, by: number): string => new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);

/** The courses of this hub that touch one month at the hub's calendar, this month unless another is asked for, by their first day. */
export const sessionList = query({
  name: 'session-list',
  says: 'Shows the courses of a month.',
  input: z.strictObject({ month: maybe(month), audience: maybe(choice(audiences)) }),
  run: async ({ tx, network, hub, now, absent }, { month: asked, audience }) => {
    const { timeZone } = (await hubCard(tx, hub)) ?? absent();
    const shown = asked ?? clockIn(timeZone, now).date.slice(0, 7);
    const from = momentOf(timeZone, { date: `${shown}-01`, time: '00:00' });
    const to = momentOf(timeZone, { date: `${monthAfter(shown, 1)}-01`, time: '00:00' });
    let rows = tx.selectFrom('training.session').select(['id', 'topic', 'names', 'place', 'audience', 'seats', 'given', 'state', 'starts_at', 'ends_at', 'asks_until', 'moved'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('starts_at', '<', to).where('ends_at', '>=', from);
    if (audience) rows = rows.where('audience', '=', audience);
    return { month: shown, before: monthAfter(shown, -1), after: monthAfter(shown, 1), now, sessions: await rows.orderBy('starts_at').orderBy('id').limit(500).execute() };
  },
});
