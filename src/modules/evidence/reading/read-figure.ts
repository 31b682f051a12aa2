import type { AnyTx } from '#core/db/transaction.ts';
import type { Indicator } from '../indicator/indicator.ts';
import { type Cut, isAttribute } from './cut.ts';
import { hiddenInRegion, hiddenInTree, hiddenKeys, type HubPlace } from './masked.ts';
import { monthPlus, monthsOf, type Period } from './period.ts';
import type { Reading } from './reading.ts';
import { type Amount, nothing, tally, tallyMonths, type Tally } from './tally.ts';

/** A number as its reader may see it: null value with `kept` when it is kept back because it is small or would tell a small one. */
export interface Shown {
  readonly value: number | null;
  readonly events: number | null;
  readonly kept: boolean;
}

export interface ReadFigure {
  readonly total: Shown;
  readonly rows: readonly { readonly key: string; readonly shown: Shown }[];
  /** Some keys are not listed, because even which ones they are would tell. */
  readonly folded: boolean;
}

export interface Wish {
  readonly network: string;
  readonly reading: Reading;
  readonly period: Period;
  readonly by?: Cut | undefined;
  readonly places: readonly HubPlace[];
}

/** Reads several figures, exactly for those who may see the people behind them, otherwise with small numbers kept back. */
export async function readFigures(tx: AnyTx, indicators: readonly Indicator[], wish: Wish): Promise<ReadonlyMap<string, ReadFigure>> {
  const { network, reading, period, by, places } = wish;
  if (reading.exact) {
    const counted = await tally(tx, indicators, { network, period, hub: reading.hub, by });
    return each(indicators, (one) => exactFigure(one, counted.get(one.code)!));
  }
  if (by === 'month') return readMonths(tx, indicators, wish);
  const byHub = await tally(tx, indicators, { network, period, by: 'hub' });
  const byKey = by && isAttribute(by) ? await tally(tx, indicators, { network, period, by }) : undefined;
  return each(indicators, (one) => {
    const hubs = byHub.get(one.code)!;
    const tree = hiddenInTree(hubs, places);
    const total = totalOf(one, hubs, tree, reading);
    if (by === 'hub') return { total, rows: hubRows(one, hubs, tree, reading, places), folded: false };
    const keys = byKey?.get(one.code);
    return keys ? { total, ...attributeRows(keys, tree, reading) } : { total, rows: [], folded: false };
  });
}

const shown = ({ value, events }: Amount): Shown => ({ value, events, kept: false });
const keptBack: Shown = { value: null, events: null, kept: true };
const each = (indicators: readonly Indicator[], read: (one: Indicator) => ReadFigure) => new Map(indicators.map((one) => [one.code, read(one)]));

const exactFigure = ({ counting }: Indicator, { all, keys }: Tally): ReadFigure => ({
  total: shown(all.base ? all : nothing(counting)),
  rows: [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, amount]) => ({ key, shown: shown(amount) })),
  folded: false,
});

function totalOf({ counting }: Indicator, hubs: Tally, tree: ReadonlySet<string>, reading: Reading): Shown {
  const [id, amount] = reading.over === 'region' ? [`region:${reading.region}`, hubs.regions.get(reading.region)] : ['all', hubs.all];
  return tree.has(id) ? keptBack : shown(amount ?? nothing(counting));
}

const hubRows = ({ counting }: Indicator, hubs: Tally, tree: ReadonlySet<string>, reading: Reading, places: readonly HubPlace[]) =>
  places.filter(({ region }) => reading.over !== 'region' || region === reading.region)
    .map(({ hub }) => ({ key: hub, shown: tree.has(`hub:${hub}`) ? keptBack : shown(hubs.keys.get(hub) ?? nothing(counting)) }));

/** Keys that are kept back are not even named: being absent from the list must not tell a zero from a small number. */
function attributeRows(keys: Tally, tree: ReadonlySet<string>, reading: Reading): Pick<ReadFigure, 'rows' | 'folded'> {
  const here = reading.over === 'region'
    ? new Map(keys.cells.filter(({ region }) => region === reading.region).map(({ key, amount }) => [key, amount]))
    : keys.keys;
  const hidden = reading.over === 'region' ? hiddenInRegion(keys, tree, reading.region) : hiddenKeys(keys);
  const rows = [...here].filter(([key]) => !hidden.has(key)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, amount]) => ({ key, shown: shown(amount) }));
  return { rows, folded: hidden.size > 0 };
}

const monthsShown = 12;

/** Twelve closed months up to the one asked for, each as its own page shows it; no sum over them, which would tell a hidden one. */
async function readMonths(tx: AnyTx, indicators: readonly Indicator[], wish: Wish): Promise<ReadonlyMap<string, ReadFigure>> {
  const months = monthsOf({ from: monthPlus(wish.period.to, 1 - monthsShown), to: wish.period.to });
  const counted = await tallyMonths(tx, indicators, { network: wish.network, period: { from: months[0]!, to: wish.period.to } });
  const read = months.map((month) => each(indicators, (one) => {
    const hubs = counted.get(month)!.get(one.code)!;
    return { total: totalOf(one, hubs, hiddenInTree(hubs, wish.places), wish.reading), rows: [], folded: false };
  }));
  return each(indicators, ({ code }) => ({
    total: read.at(-1)!.get(code)!.total,
    rows: months.map((key, i) => ({ key, shown: read[i]!.get(code)!.total })),
    folded: false,
  }));
}
