import { suppress } from '../suppression/suppress.ts';
import { listCells, treeCells, twoSidedCells } from '../suppression/tables.ts';
import type { Amount, Tally } from './tally.ts';

/** Where each hub of the network stands; every hub, also those where nothing happened. */
export interface HubPlace {
  readonly hub: string;
  readonly region: string;
}

/** The ids hidden in the tree of hubs, regions and network: `hub:…`, `region:…`, `all`. The same for every reader. */
export const hiddenInTree = (byHub: Tally, places: readonly HubPlace[]): ReadonlySet<string> =>
  suppress(treeCells(places.map(({ hub, region }) => ({ hub, region, value: byHub.keys.get(hub)?.base ?? 0 })), { regions: basesOf(byHub.regions), all: byHub.all.base }));

/** The keys hidden when the whole network is divided by what is known of clients. */
export const hiddenKeys = (byKey: Tally): ReadonlySet<string> => suppress(listCells(basesOf(byKey.keys)));

/**
 * The keys hidden in one region. The whole table of regions and keys is worked out at once, with the margins that other
 * readers see, so that two coordinators who put their pages side by side learn no more.
 */
export function hiddenInRegion(byKey: Tally, tree: ReadonlySet<string>, region: string): ReadonlySet<string> {
  const columns = hiddenKeys(byKey);
  const rows = new Set([...byKey.regions.keys()].filter((one) => tree.has(`region:${one}`)));
  const keys = [...byKey.keys.keys()];
  const base = new Map(byKey.cells.map(({ region: row, key, amount }) => [`${row}|${key}`, amount.base]));
  const values = [...byKey.regions.keys()].flatMap((row) => keys.map((key) => [row, key, base.get(`${row}|${key}`) ?? 0] as const));
  const cells = twoSidedCells(values, { hiddenRows: rows, hiddenColumns: columns, allHidden: tree.has('all') });
  const withMargin = new Set(values.flatMap(([row, key]) => (rows.has(row) || columns.has(key) ? [`cell:${row}|${key}`] : [])));
  // A part that is shown of a total that is kept back would say how large it is at least, and what stands beside it at most.
  const hidden = suppress(cells.map((cell) => (withMargin.has(cell.id) ? { ...cell, fixed: 'hidden' as const } : cell)));
  return new Set(keys.filter((key) => hidden.has(`cell:${region}|${key}`)));
}

const basesOf = (amounts: ReadonlyMap<string, Amount>): Map<string, number> =>
  new Map([...amounts].map(([key, { base }]) => [key, base]));
