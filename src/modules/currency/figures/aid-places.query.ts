import { sql } from 'kysely';
import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { listCells, sayPeriod, suppress } from '#modules/evidence/public.ts';
import { query } from '../currency.ts';

/** Below so many households a number and its amount are kept back (decision 0051). */
const LEAST = 5;
const MONTHS = 24;

/**
 * In which months and districts an aid programme granted, for everybody: closed months of the hub's clock, each by itself, because what was granted in one never
 * changes any more; fewer than five households kept back, and of the districts of a month as many others as would tell them. Over all months “at least”, in tens.
 * Counted from the events by the login of figures, which sees no name.
 */
export const aidPlaces = query({
  name: 'aid-places',
  says: 'Shows to anyone in which months and districts an aid programme granted; small numbers are kept back.',
  login: 'report',
  input: z.strictObject({ programme: id(), month: maybe(z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)) }),
  run: async ({ tx, network, now }, { programme, month: asked }) => {
    const { rows } = await sql<{ month: string; place: string; households: number; amount: string }>`
      with granted as (
        select to_char(e.at at time zone h.time_zone, 'YYYY-MM') as month, coalesce(substring(e.body ->> 'territory' from '^[A-Z]{2}-[^-]+'), 'unknown') as place, (e.body ->> 'amount_minor')::bigint as amount, e.person_id
        from core.event e join network.hub h on h.network_id = e.network_id and h.id = e.hub_id
        where e.network_id = ${network} and e.name = 'currency.aid-granted' and e.body ->> 'programme' = ${programme} and date_trunc('month', e.at at time zone h.time_zone) < date_trunc('month', ${now}::timestamptz at time zone h.time_zone))
      select month, place, count(distinct person_id)::int as households, sum(amount) as amount from granted group by month, place order by month, place`.execute(tx);
    const months = [...new Set(rows.map((row) => row.month))].slice(-MONTHS);
    const told = months.map((each) => {
      const of = rows.filter((row) => row.month === each);
      const households = of.reduce((sum, row) => sum + row.households, 0);
      const shown = households >= LEAST;
      return { month: each, households: shown ? households : null, amount: shown ? of.reduce((sum, row) => sum + Number(row.amount), 0) : null };
    });
    const chosen = told.find(({ month: each }) => each === asked) ?? told.at(-1);
    return {
      months: told, households: sayPeriod(rows.reduce((sum, row) => sum + row.households, 0), told.map(({ households }) => households)),
      month: chosen?.month ?? null, places: chosen?.households ? placesOf(rows.filter(({ month: each }) => each === chosen.month)) : [],
    };
  },
});

/** The districts of one shown month: null where a number is kept back. */
function placesOf(rows: readonly { place: string; households: number; amount: string }[]): { place: string; households: number | null; amount: number | null }[] {
  const hidden = suppress(listCells(new Map(rows.map(({ place, households }) => [place, households]))).map((cell) => (cell.id === 'all' ? { ...cell, fixed: 'shown' as const } : cell)), LEAST);
  return rows.map(({ place, households, amount }) => (hidden.has(place) ? { place, households: null, amount: null } : { place, households, amount: Number(amount) }));
}
