import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { isoDate, maybe } from '#core/input.ts';
import type { AlertKind } from '../codes.ts';
import { action } from '../currency.ts';

interface Found { readonly hub: string; readonly merchant: string; readonly kind: AlertKind; readonly day: string; readonly times: number; readonly amount: number; readonly currency: string }

/**
 * The nightly look through the sales of the day before, by the clock of each hub. What it finds is put before whoever leads the hub; it stops nothing. It looks for: one wallet
 * four times within an hour (often); a wallet spent almost whole in one sale within a day of being filled (emptied); sales of one wallet within an hour that together pass the limit
 * of one sale (split); a day of eight sales or more of which two wallets make six tenths (few_wallets); sales half an hour and more outside the opening hours (closed_hours);
 * sales made without a network that could not be paid (unpaid_offline).
 */
export const lookThroughSales = action({
  name: 'look-through-sales',
  says: 'Looks through the sales of a day for patterns that somebody should see.',
  // Another day than yesterday only for tests.
  input: z.strictObject({ day: maybe(isoDate()) }),
  run: async ({ tx, network, now, record }, { day }) => {
    const { rows } = await sql<Found>`
      with shop as (
        select m.hub_id, m.id, m.opens_at, m.closes_at, h.time_zone as zone, d.day, d.day::timestamp at time zone h.time_zone as since, (d.day + 1)::timestamp at time zone h.time_zone as till
        from currency.merchant m join network.hub h on h.network_id = m.network_id and h.id = m.hub_id
          cross join lateral (select coalesce(${day ?? null}::date, (${now} at time zone h.time_zone)::date - 1) as day) d
        where m.network_id = ${network} and m.state in ('active', 'suspended', 'exited')),
      sale as materialized (
        select s.*, i.currency, t.from_id as wallet, t.amount_minor as minor, t.from_after_minor as after, t.at, t.number, t.book_id as book
        from shop s join currency.merchant_account a on a.network_id = ${network} and a.merchant_id = s.id join currency.instrument i on i.network_id = a.network_id and i.id = a.instrument_id
          join ledger.transfer t on t.network_id = a.network_id and t.book_id = a.instrument_id and t.to_id = a.id and t.kind in ('move', 'post') and t.from_id <> a.instrument_id and t.at < s.till
            and t.number > coalesce((select b.number from ledger.transfer b where b.network_id = a.network_id and b.book_id = a.instrument_id and b.to_id = a.id and b.at < s.since order by b.number desc limit 1), 0)),
      near as (
        select s.*, count(*) over hour as times, sum(minor) over hour as together from sale s
        window hour as (partition by s.id, s.book, s.wallet order by s.at range between interval '1 hour' preceding and current row)),
      of_wallet as (select hub_id, id, day, currency, wallet, count(*) as times, sum(minor) as minor, row_number() over (partition by id, currency order by sum(minor) desc) as place from sale group by hub_id, id, day, currency, wallet),
      of_day as (select hub_id, id, day, currency, sum(times) as times, sum(minor) as minor, sum(minor) filter (where place <= 2) as two from of_wallet group by hub_id, id, day, currency)
      select hub_id as hub, id as merchant, kind, day, times::integer, minor::float8 as amount, currency from (
        select hub_id, id, 'often' as kind, day, max(times) as times, max(together) as minor, currency from near where times >= 4 group by hub_id, id, day, currency
        union all
        select s.hub_id, s.id, 'emptied', s.day, count(*), sum(s.minor), s.currency from sale s join currency.aid g on g.network_id = ${network} and g.id = s.wallet
          where s.minor * 10 >= g.amount_minor * 9 and s.at < g.granted_at + interval '1 day' group by s.hub_id, s.id, s.day, s.currency
        union all
        select n.hub_id, n.id, 'split', n.day, max(n.times), max(n.together), n.currency from near n
          cross join lateral (select l.sale_minor from currency.merchant_limit l where l.network_id = ${network} and l.merchant_id = n.id and l.currency = n.currency order by l.set_at desc, l.id desc limit 1) most
          where n.times >= 2 and n.together > most.sale_minor group by n.hub_id, n.id, n.day, n.currency
        union all
        select hub_id, id, 'few_wallets', day, times, two, currency from of_day where times >= 8 and two * 10 >= minor * 6
        union all
        select hub_id, id, 'closed_hours', day, count(*), sum(minor), currency from sale
          where (at at time zone zone)::time not between case when opens_at < '00:30' then '00:00'::time else opens_at - interval '30 minutes' end
            and case when closes_at >= '23:30' then '23:59:59.999999'::time else closes_at + interval '30 minutes' end group by hub_id, id, day, currency
        union all
        select s.hub_id, s.id, 'unpaid_offline', s.day, count(*), sum(o.amount_minor), o.currency from shop s join currency.offline_sale o on o.network_id = ${network} and o.merchant_id = s.id and o.arrived_at >= s.since and o.arrived_at < s.till
          where o.state = 'refused' group by s.hub_id, s.id, s.day, o.currency) found`.execute(tx);
    for (const { hub, merchant, kind, day: on, times, amount, currency } of rows) {
      await tx.insertInto('currency.alert').values({ network_id: network, id: newId(now.getTime()), hub_id: hub, merchant_id: merchant, kind, day: on, times, amount_minor: amount, currency, found_at: now }).onConflict((found) => found.constraint('alert_once').doNothing()).execute();
    }
    await record({ name: 'sales-looked-through', subject: network, hub: null, body: { alerts: rows.length } });
    return { alerts: rows.length };
  },
});
