import { sql } from 'kysely';
import { z } from 'zod';
import { id, isoDate, maybe } from '#core/input.ts';
import { clockIn, dayLater, momentOf } from '#core/time/wall-clock.ts';
import { hubCard, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { ownMerchants } from './known-merchant.ts';

/** One line of the day: a sale, or what was given back that day. */
interface Line { readonly number: string; readonly at: Date; readonly minor: number; readonly currency: string; readonly back: boolean }

/** What a shop took and gave back on a day of its hub's calendar, today unless said: times, numbers and amounts; never who paid, nor with what. */
export const daySheet = query({
  name: 'day-sheet',
  says: 'Shows what my shop took on a day.',
  input: z.strictObject({ merchant: id(), day: maybe(isoDate()) }),
  run: async (asking, { merchant: of, day: wanted }) => {
    const { tx, network, now, absent } = asking;
    const shop = (await ownMerchants(asking)).find(({ id: each }) => each === of) ?? absent();
    const hub = (await hubCard(tx, shop.hub_id)) ?? absent();
    const today = clockIn(hub.timeZone, now).date;
    const day = wanted ?? today;
    const [since, till] = [day, dayLater(day, 1)].map((date) => momentOf(hub.timeZone, { date, time: '00:00' }));
    const { rows } = await sql<Line>`
      select p.number, p.taken_at as at, p.amount_minor::float8 as minor, p.currency, false as back from currency.payment p
        where p.network_id = ${network} and p.merchant_id = ${of} and p.taken_at >= ${since} and p.taken_at < ${till}
      union all
      select p.number, r.made_at, -r.amount_minor::float8, p.currency, true from currency.refund r join currency.payment p on p.network_id = r.network_id and p.id = r.payment_id
        where r.network_id = ${network} and p.merchant_id = ${of} and r.made_at >= ${since} and r.made_at < ${till}
      order by at, number`.execute(tx);
    const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
    return {
      merchant: of, names: (await organizationCard(tx, shop.organization_id))?.names ?? {}, hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone }, day, today, lines: rows,
      totals: currencies.map((currency) => ({ currency, sales: rows.filter((line) => !line.back && line.currency === currency).length, minor: rows.reduce((sum, line) => sum + (line.currency === currency ? line.minor : 0), 0) })),
    };
  },
});
