import type { Cell } from './cell.ts';

const much = 1_000_000;

/** A list of parts with their total, as cells: ids are `all` and the keys. */
export const listCells = (parts: ReadonlyMap<string, number>): Cell[] => [
  ...[...parts].map(([id, value]) => ({ id, from: 'row', to: 'end', value })),
  { id: 'all', from: 'end', to: 'row', value: sum(parts.values()), loss: much * much },
];

/** What a region and the whole hold where their parts share persons: less than the parts add up to. */
export interface Totals {
  readonly regions: ReadonlyMap<string, number>;
  readonly all: number | undefined;
}

/**
 * Hubs in their regions with the total of each region and of all: ids are `all`, `region:…` and `hub:…`. `counted`: the totals as they are
 * printed, where somebody known at two hubs counts once; a small one would else pass for the larger sum of its parts.
 */
export function treeCells(hubs: readonly { readonly hub: string; readonly region: string; readonly value: number }[], counted?: Totals): Cell[] {
  const regions = new Map<string, number>();
  for (const { region, value } of hubs) regions.set(region, (regions.get(region) ?? 0) + value);
  if (counted) for (const region of regions.keys()) regions.set(region, counted.regions.get(region) ?? regions.get(region)!);
  return [
    ...hubs.map(({ hub, region, value }) => ({ id: `hub:${hub}`, from: `in:${region}`, to: 'end', value })),
    ...[...regions].map(([region, value]) => ({ id: `region:${region}`, from: 'top', to: `in:${region}`, value, loss: much + value })),
    { id: 'all', from: 'end', to: 'top', value: counted?.all ?? sum(regions.values()), loss: much * much },
  ];
}

/** What is known already about the margins of a table with two sides. */
export interface Margins {
  readonly hiddenRows: ReadonlySet<string>;
  readonly hiddenColumns: ReadonlySet<string>;
  readonly allHidden: boolean;
}

/**
 * A table with two sides whose margins stand published elsewhere: ids are `cell:row|column`, `row:…`, `column:…`, `all`.
 * `values` holds row, column, value.
 */
export function twoSidedCells(values: readonly (readonly [row: string, column: string, value: number])[], margins: Margins): Cell[] {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [row, column, value] of values) {
    rows.set(row, (rows.get(row) ?? 0) + value);
    columns.set(column, (columns.get(column) ?? 0) + value);
  }
  const fixed = (hidden: boolean) => (hidden ? 'hidden' : 'shown');
  return [
    ...values.map(([row, column, value]) => ({ id: `cell:${row}|${column}`, from: `r:${row}`, to: `c:${column}`, value })),
    ...[...rows].map(([row, value]): Cell => ({ id: `row:${row}`, from: 'top', to: `r:${row}`, value, fixed: fixed(margins.hiddenRows.has(row)) })),
    ...[...columns].map(([column, value]): Cell => ({ id: `column:${column}`, from: `c:${column}`, to: 'end', value, fixed: fixed(margins.hiddenColumns.has(column)) })),
    { id: 'all', from: 'end', to: 'top', value: sum(rows.values()), fixed: fixed(margins.allHidden) },
  ];
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
