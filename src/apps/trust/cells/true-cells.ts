import { ages, type Planted, type PlantedTown, sexes, territories } from './planted-months.ts';

/** The cuts of a month that are published, with the groups that may be in them. */
export const groups = { sex: sexes, age_band: ages, territory: territories } as const;
export type Group = keyof typeof groups;

/** How one number of a month is called: `all`, `region:…`, `hub:…`, `sex=male`, `TN-43/sex=male`. */
export type CellName = string;

/**
 * Every number of a month that stands in a published table, counted from what was planted and from nothing else: a person counts once in
 * whatever is counted, under what was known at her first visit of the month.
 */
export function trueCells({ planted, hubs }: PlantedTown, month: string): ReadonlyMap<CellName, number> {
  const here = planted.filter((one) => one.month === month);
  const many = (of: (one: Planted) => boolean) => new Set(here.filter(of).map(({ person }) => person)).size;
  const cells = new Map<CellName, number>([['all', many(() => true)]]);
  for (const { hub } of hubs) cells.set(`hub:${hub}`, many((one) => one.hub === hub));
  const regions = [...new Set(hubs.map(({ region }) => region))];
  for (const region of regions) cells.set(`region:${region}`, many((one) => one.region === region));
  for (const [cut, keys] of Object.entries(groups) as [Group, readonly string[]][]) for (const key of keys) {
    cells.set(`${cut}=${key}`, many((one) => one[cut] === key));
    for (const region of regions) cells.set(`${region}/${cut}=${key}`, many((one) => one.region === region && one[cut] === key));
  }
  return cells;
}

/** The numbers of a month that are of a place, undivided. */
export const placesOf = ({ hubs }: PlantedTown): readonly CellName[] => ['all', ...[...new Set(hubs.map(({ region }) => region))].map((region) => `region:${region}`), ...hubs.map(({ hub }) => `hub:${hub}`)];

/** Which numbers add up to which: the parts, their whole, and by how much the parts are more because somebody is in two of them. */
export interface Adding {
  readonly parts: readonly CellName[];
  readonly whole: CellName;
  readonly twice: number;
}

/** How the tables of a month hang together. Whoever attacks is told even how many were at two hubs. */
export function additions({ hubs }: PlantedTown, cells: ReadonlyMap<CellName, number>): readonly Adding[] {
  const regions = [...new Set(hubs.map(({ region }) => region))];
  const adding = (whole: CellName, parts: readonly CellName[]): Adding => ({ whole, parts, twice: parts.reduce((sum, part) => sum + cells.get(part)!, 0) - cells.get(whole)! });
  const cuts = Object.entries(groups) as [Group, readonly string[]][];
  return [
    adding('all', regions.map((region) => `region:${region}`)),
    ...regions.map((region) => adding(`region:${region}`, hubs.filter((one) => one.region === region).map(({ hub }) => `hub:${hub}`))),
    ...cuts.flatMap(([cut, keys]) => [
      adding('all', keys.map((key) => `${cut}=${key}`)),
      ...regions.map((region) => adding(`region:${region}`, keys.map((key) => `${region}/${cut}=${key}`))),
      ...keys.map((key) => adding(`${cut}=${key}`, regions.map((region) => `${region}/${cut}=${key}`))),
    ]),
  ];
}
