import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { type Definition, jobField } from '../kept/definition.ts';
import { judged, type KeptScope } from '../kept/judged.ts';
import type { HubPlace } from '../reading/masked.ts';
import { suppress } from '../suppression/suppress.ts';
import { treeCells } from '../suppression/tables.ts';

/** How much of it there is, and on how many persons or things it rests: small ones are kept back by that number. */
export interface Size {
  readonly value: number;
  readonly base: number;
}

/** A period counted for the network, each region and each hub: over the whole of it, and month by month. Keys: `all`, `region:…`, `hub:…`. */
export interface Placed {
  readonly whole: ReadonlyMap<string, Size>;
  readonly months: ReadonlyMap<string, ReadonlyMap<string, Size>>;
}

interface Line { readonly month: string | null; readonly region: string | null; readonly hub: string | null; readonly whole: boolean; readonly at: 'all' | 'region' | 'hub'; readonly things: bigint; readonly times: bigint; readonly jobs: bigint; readonly money: string }

/** Counts each thing once a place: in the whole period, and in each month. Exact; what of it may be said is decided by who calls. Of an enterprise seen several times the jobs found last count. */
export async function countPlaces(tx: AnyTx, definition: Definition, scope: KeptScope): Promise<Placed> {
  const { rows } = await sql<Line>`with ${judged(definition, scope)},
    placed as (
      select thing, region, hub_id, to_char(day, 'YYYY-MM') as month, (body ->> 'amount_minor')::numeric as money, (body ->> ${sql.lit(jobField(definition.unit) ?? 'jobs')})::int as jobs,
        row_number() over (partition by thing order by day desc, id desc) = 1 as newest,
        row_number() over (partition by thing, to_char(day, 'YYYY-MM') order by day desc, id desc) = 1 as newest_of_month
      from counted
    )
    select month, region, hub_id as hub, grouping(month) = 1 as whole, case when grouping(hub_id) = 0 then 'hub' when grouping(region) = 0 then 'region' else 'all' end as at,
      count(distinct thing) as things, count(*) as times, coalesce(sum(money), 0)::text as money,
      coalesce(case when grouping(month) = 1 then sum(jobs) filter (where newest) else sum(jobs) filter (where newest_of_month) end, 0) as jobs
    from placed group by grouping sets ((), (region), (hub_id), (month), (month, region), (month, hub_id))`.execute(tx);
  const whole = new Map<string, Size>();
  const months = new Map<string, Map<string, Size>>();
  for (const row of rows) {
    const place = row.at === 'hub' ? `hub:${row.hub}` : row.at === 'region' ? `region:${row.region}` : 'all';
    const into = row.whole ? whole : (months.get(row.month!) ?? new Map<string, Size>());
    into.set(place, sizeOf(definition, row));
    if (!row.whole) months.set(row.month!, into as Map<string, Size>);
  }
  return { whole, months };
}

function sizeOf({ unit, counted }: Definition, { things, times, jobs, money }: Line): Size {
  if (unit === 'amount') return { value: Number(money), base: Number(things) };
  if (jobField(unit)) return { value: Number(jobs), base: Number(things) };
  const value = Number(counted === 'once' ? things : times);
  return { value, base: Number(things) };
}

const nothing: Size = { value: 0, base: 0 };
/** How much there was at one place over the whole period. */
export const wholeAt = ({ whole }: Placed, place: string): Size => whole.get(place) ?? nothing;

/** The places of one month that are kept back so that no small one can be worked out. */
export function hiddenPlaces(month: ReadonlyMap<string, Size>, places: readonly HubPlace[]): ReadonlySet<string> {
  const counted = { regions: new Map([...month].flatMap(([key, { base }]) => (key.startsWith('region:') ? [[key.slice('region:'.length), base]] : []))), all: month.get('all')?.base };
  return suppress(treeCells(places.map(({ hub, region }) => ({ hub, region, value: (month.get(`hub:${hub}`) ?? nothing).base })), counted));
}

/** The months of one place as every reader outside the hub sees them: null where a number is kept back, or where this month `mayAdd` nothing. */
export const printedMonths = ({ months }: Placed, place: string, places: readonly HubPlace[], mayAdd: (month: string, place: string) => boolean): (number | null)[] =>
  [...months].map(([month, sizes]) => (hiddenPlaces(sizes, places).has(place) || !mayAdd(month, place) ? null : (sizes.get(place) ?? nothing).value));
