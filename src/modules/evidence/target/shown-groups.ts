import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { Definition } from '../kept/definition.ts';
import { judged } from '../kept/judged.ts';
import { ofNobody } from '../kept/read-kept.ts';
import { said } from '../reading/events-inside.ts';
import { hiddenInRegion, hiddenKeys, type HubPlace } from '../reading/masked.ts';
import type { Period } from '../reading/period.ts';
import type { Amount } from '../reading/tally.ts';
import { smallest } from '../suppression/cell.ts';
import { hiddenPlaces, type Placed } from './count-places.ts';

/** Whether a month ("2026-10") of a place may add to what is said of a part: `all`, `region:…`, `hub:…`. */
export type MayAdd = (month: string, place: string) => boolean;

export const everyMonth: MayAdd = () => true;

/** What may be asked of a client by a condition and divides a page too. */
const pageCuts = ['sex', 'age_band'] as const;
type PageCut = (typeof pageCuts)[number];

interface Counted { readonly network: string; readonly period: Period; readonly places: readonly HubPlace[]; readonly counted: Placed; readonly all: Placed; readonly whole: Definition }
interface Line { readonly month: string; readonly region: string | null; readonly whole: boolean; readonly key: string; readonly things: bigint }

/**
 * In which months a part of a figure may be added up: where the page of figures shows the groups that it is of. A month that keeps women and men back would
 * else be told by “at least so many women”, which leaves few for the others. A part that no page divides by, or of one hub, or of two groups at once
 * adds where five others stand beside it. Source: decision 0051, found by promise 40.
 */
export async function monthsOfParts(tx: AnyTx, definition: Definition, { network, period, places, counted, all, whole }: Counted): Promise<MayAdd> {
  const { conditions, proofs, unit } = definition;
  const fields = Object.keys(conditions);
  if ((fields.length === 0 && proofs.length === 0) || unit === 'amount' || ofNobody(definition)) return everyMonth;
  const cuts = pageCuts.filter((cut) => conditions[cut]);
  const shown: MayAdd[] = [];
  for (const cut of cuts) shown.push(shownOn(await countGroups(tx, whole, cut, { network, period }), conditions[cut]!, all, places));
  const printed = fields.length === 1 && cuts.length === 1 && proofs.length === 0;
  const others = (month: string, place: string): number => (all.months.get(month)?.get(place)?.base ?? 0) - (counted.months.get(month)?.get(place)?.base ?? 0);
  return (month, place) => shown.every((on) => on(month, place)) && ((printed && !place.startsWith('hub:')) || others(month, place) >= smallest);
}

/**
 * Of a programme, or of who took part in it, those months of hubs that are printed anyway: it may have happened at one hub only, and “at least so many” of a month
 * that this hub keeps back would leave few for the hub beside it. `all`: the figure without its conditions, of every hub.
 */
export function atPrintedHubs(all: Placed, places: readonly HubPlace[], mayAdd: MayAdd): MayAdd {
  const hidden = new Map([...all.months].map(([month, sizes]) => [month, hiddenPlaces(sizes, places)]));
  return (month, hub) => hidden.get(month)?.has(hub) === false && mayAdd(month, hub);
}

/** The figure without its conditions, month by month in each group, of the network and of each region: whoever is known otherwise later falls under what was known first. */
async function countGroups(tx: AnyTx, all: Definition, cut: PageCut, { network, period }: Pick<Counted, 'network' | 'period'>): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`with ${judged(all, { network, period })},
    keyed as (select thing, region, to_char(day, 'YYYY-MM') as month, first_value(${said[cut]}) over (partition by name, unit, to_char(day, 'YYYY-MM') order by at, id) as key from counted)
    select month, region, grouping(region) = 1 as whole, key, count(distinct thing) as things from keyed group by grouping sets ((month, key), (month, region, key))`.execute(tx);
  return rows;
}

/** Where the page that divides a month by these groups shows all of them. A hub's months are those of its region. */
function shownOn(lines: readonly Line[], keys: readonly string[], all: Placed, places: readonly HubPlace[]): MayAdd {
  const pages = new Map([...all.months].map(([month, sizes]) => {
    const here = lines.filter((line) => line.month === month);
    const amount = (base: number): Amount => ({ value: base, base, events: 0 });
    const byKey = {
      all: amount(sizes.get('all')?.base ?? 0), keys: new Map(here.filter(({ whole }) => whole).map(({ key, things }) => [key, amount(Number(things))])),
      regions: new Map([...sizes].flatMap(([place, { base }]) => (place.startsWith('region:') ? [[place.slice('region:'.length), amount(base)] as const] : []))),
      cells: here.filter(({ whole }) => !whole).map(({ region, key, things }) => ({ region: region ?? '', key, amount: amount(Number(things)) })),
    };
    const tree = hiddenPlaces(sizes, places);
    const hidden = (region: string | null): ReadonlySet<string> => (region === null ? hiddenKeys(byKey) : hiddenInRegion(byKey, tree, region));
    return [month, (region: string | null): boolean => !tree.has(region === null ? 'all' : `region:${region}`) && keys.every((key) => !hidden(region).has(key))] as const;
  }));
  const regionOf = (place: string): string | null => {
    if (place === 'all') return null;
    return place.startsWith('region:') ? place.slice('region:'.length) : (places.find(({ hub }) => place === `hub:${hub}`)?.region ?? null);
  };
  return (month, place) => pages.get(month)?.(regionOf(place)) ?? false;
}
