import type { Kit } from '../kit.ts';
import { openDoor } from '../web/door.ts';
import { attackMonth, type Limit, onlySmallKept, type Puzzle } from './attack.ts';
import { extractOf } from './extracts.ts';
import { needsOutside, plantNeeds } from './needs.ts';
import { plantMonths, type PlantedTown } from './planted-months.ts';
import { type Page, readPublished } from './read-published.ts';
import { plantRoads, unprotectedRoads } from './roads.ts';
import { besideMonth, limitsOfTargets, readTargetsOutside, setTargets } from './targets.ts';
import { additions, trueCells } from './true-cells.ts';

/** Tables that stand beside each other, and the same ones as a house shows them that keeps back small numbers only. */
export interface Published {
  readonly what: string;
  readonly town: PlantedTown | null;
  readonly puzzle: Puzzle;
  readonly unprotected: Puzzle;
}

/** One small network, read by everybody from outside: its months with targets and extracts beside them, and its unmet needs. */
export async function readTown(kit: Kit, few: boolean): Promise<readonly Published[]> {
  const town = await plantMonths(kit.random, kit.rounds(3, 6));
  const door = await openDoor(town.world);
  const { network, regions } = town.readers;
  await setTargets(town, network[2]!);
  // Months beside each other: while the database answers one, another is drawn.
  const pages = new Map(await Promise.all(town.months.map(async (month) => [month, await readPublished(door, town, month, few)] as const)));
  const said = new Map<string, Awaited<ReturnType<typeof readTargetsOutside>>>();
  // Whoever reads outside is told the same of targets; the small run asks two.
  for (const reader of few ? [network[0]!, [...regions.values()][0]!] : [...network, ...regions.values()]) said.set(`targets of ${reader.roles[0]!.role} ${reader.roles[0]!.scopeId ?? ''}`, await readTargetsOutside(door, reader, town));
  const extracts = ['first researcher', 'second researcher'].map((who) => [who, extractOf(town, (month) => pages.get(month)!.get('anyone')!)] as const);
  const found = town.months.map((month) => monthOf(town, month, { pages, said, extracts }));
  const needs = await needsOutside(door, town, town.months.at(-1)!, await plantNeeds(town, town.months.at(-1)!, kit.random));
  return [...found, { what: 'unmet needs', town, puzzle: needs, unprotected: { ...needs, pages: onlySmallKept(needs.pages, needs.truth) } }];
}

interface ReadPages {
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, Page>>;
  readonly said: ReadonlyMap<string, Awaited<ReturnType<typeof readTargetsOutside>>>;
  readonly extracts: readonly (readonly [string, ReturnType<typeof extractOf>])[];
}

function monthOf(town: PlantedTown, month: string, { pages, said, extracts }: ReadPages): Published {
  const here = pages.get(month)!;
  const truth = trueCells(town, month);
  const printed = (of: string, cell: string): number | null => { for (const page of pages.get(of)!.values()) if (typeof page.get(cell) === 'number') return page.get(cell)!; return null; };
  const beside = besideMonth(town, month, (of) => pages.get(of)!);
  const limits = [...said].map(([who, of]) => [who, limitsOfTargets(of, month, printed)] as const);
  const told = new Map<string, readonly Limit[]>([...limits.map(([who, { told: limit }]) => [who, limit] as const), ...extracts.map(([who, of]) => [who, of(month)] as const)]);
  const puzzle = { pages: new Map([...here].map(([who, page]) => [who, new Map([...page, ...beside.page(who)])])), truth, additions: [...additions(town, truth), ...beside.additions], told, ties: limits[0]![1].ties };
  return { what: month, town, puzzle, unprotected: { pages: onlySmallKept(here, truth), truth, additions: additions(town, truth) } };
}

/** Roads of calls of so many networks. */
export const readRoads = (kit: Kit, networks: number): readonly Published[] =>
  Array.from({ length: networks }, () => plantRoads(kit.random)).flat().map((puzzle) => ({ what: 'roads of calls', town: null, puzzle, unprotected: unprotectedRoads(puzzle) }));

/** Attacks all of them, each as often as every other, and names what was recovered. */
export function attackAll(kit: Kit, published: readonly Published[], times: number, which: 'puzzle' | 'unprotected'): { attacks: number; recovered: string[] } {
  const found = published.map((one) => ({ one, ...attackMonth(one[which], kit.random, Math.ceil(times / published.length)) }));
  return { attacks: found.reduce((sum, { attacks }) => sum + attacks, 0), recovered: [...new Set(found.flatMap(({ one, recovered }) => recovered.map((what) => `${one.what}: ${what}`)))] };
}
