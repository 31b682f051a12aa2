import { territoriesMa } from './territories-ma.ts';
import { territoriesTn } from './territories-tn.ts';
import type { Territory, TerritoryLevel } from './territory.ts';

/** Every territory Hadina ships with, parents before their children. */
export const territories: readonly Territory[] = [...territoriesTn, ...territoriesMa];

const byCode = new Map(territories.map((territory) => [territory.code, territory]));

/** The territory of an ISO code such as TN-53 or MA-09, or nothing when Hadina does not ship it. */
export const findTerritory = (code: string): Territory | undefined => byCode.get(code);

/** The way up from a territory to its country, nearest first and itself included; empty for an unknown code. */
export function territoryLine(code: string): readonly Territory[] {
  const line: Territory[] = [];
  for (let at = byCode.get(code); at; at = at.parent ? byCode.get(at.parent) : undefined) line.push(at);
  return line;
}

/** The territories of one level in one country, in the order of their codes' table. */
export const territoriesOfLevel = (country: string, level: TerritoryLevel): readonly Territory[] =>
  territories.filter((territory) => territory.country === country && territory.level === level);
