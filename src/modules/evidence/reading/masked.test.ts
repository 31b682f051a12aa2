import { expect, it } from 'vitest';
import { hiddenInRegion, hiddenInTree } from './masked.ts';
import type { Amount, Tally } from './tally.ts';

const amount = (base: number): Amount => ({ value: base, base, events: base });
const amounts = (bases: Readonly<Record<string, number>>) => new Map(Object.entries(bases).map(([key, base]) => [key, amount(base)]));
const tallied = (all: number, regions: Readonly<Record<string, number>>, hubs: Readonly<Record<string, number>>): Tally => ({ all: amount(all), regions: amounts(regions), keys: amounts(hubs), cells: [] });

it('keeps back the three who came to two hubs, though the hubs add up to six', () => {
  const places = [{ hub: 'a', region: 'N' }, { hub: 'b', region: 'N' }];
  expect([...hiddenInTree(tallied(3, { N: 3 }, { a: 3, b: 3 }), places)].sort()).toEqual(['all', 'hub:a', 'hub:b', 'region:N']);
  expect([...hiddenInTree(tallied(30, { N: 30 }, { a: 20, b: 12 }), places)]).toEqual([]);
});

it('keeps a second region back where the first holds fewer different persons than its hubs add up to', () => {
  const places = [{ hub: 'a', region: 'N' }, { hub: 'b', region: 'N' }, { hub: 'c', region: 'S' }, { hub: 'd', region: 'W' }];
  const hidden = hiddenInTree(tallied(64, { N: 4, S: 20, W: 40 }, { a: 4, b: 4, c: 20, d: 40 }), places);
  expect([hidden.has('region:N'), hidden.has('region:S'), hidden.has('region:W'), hidden.has('all')]).toEqual([true, true, false, false]);
});

it('shows no part of a region or of a group whose own total is kept back', () => {
  const cell = (region: string, key: string, base: number) => ({ region, key, amount: amount(base) });
  const cells = [cell('N', 'f', 9), cell('N', 'm', 3), cell('S', 'f', 30), cell('S', 'm', 20), cell('W', 'f', 2), cell('W', 'm', 1)];
  const bySex: Tally = { all: amount(65), regions: amounts({ N: 12, S: 50, W: 3 }), keys: amounts({ f: 41, m: 24 }), cells };
  // Three in W: her region is kept back, and N beside it; nine women of N would say that N holds nine or more.
  expect([...hiddenInRegion(bySex, new Set(['region:N', 'region:W']), 'N')].sort()).toEqual(['f', 'm']);
});
