import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomOf } from '../random.ts';
import { attackMonth } from './attack.ts';
import { boundsOf, type Sum } from './bounds.ts';
import { plantRoads, unprotectedRoads } from './roads.ts';

const sum = (equals: number, ...names: string[]): Sum => ({ equals, terms: new Map(names.map((name) => [name, 1])) });

it('finds the least and the most that an unknown may be', () => {
  expect(boundsOf([sum(12, 'a', 'b'), sum(20, 'b', 'c')], 'a')).toEqual({ least: 0, most: 12 });
  expect(boundsOf([sum(12, 'a', 'b'), sum(3, 'b')], 'a')).toEqual({ least: 9, most: 9 });
  expect(boundsOf([{ equals: 4, terms: new Map([['a', 1], ['b', -1]]) }], 'a')).toEqual({ least: 4, most: Number.POSITIVE_INFINITY });
  expect(boundsOf([sum(5, 'a'), sum(3, 'a', 'b')], 'a')).toBeNull();
  expect(boundsOf([sum(5, 'a')], 'elsewhere')).toEqual({ least: 0, most: Number.POSITIVE_INFINITY });
});

it('agrees with trying every table of two rows and three columns', () => {
  const cell = fc.integer({ min: 0, max: 6 });
  fc.assert(fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 5 }), (table, at) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const groups = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5]];
    const total = (group: readonly number[], of: readonly number[]) => group.reduce((all, i) => all + of[i]!, 0);
    const found = boundsOf(groups.map((group) => sum(total(group, table), ...group.map((i) => names[i]!))), names[at]!)!;
    // Two free numbers of the first row say all the others.
    const fits: number[] = [];
    for (let a = 0; a <= 18; a++) for (let b = 0; b <= 18; b++) {
      const [row, first, second, third] = [groups[0]!, groups[2]!, groups[3]!, groups[4]!].map((group) => total(group, table)) as [number, number, number, number];
      const guess = [a, b, row - a - b, first - a, second - b, third - (row - a - b)];
      if (guess.every((value) => value >= 0)) fits.push(guess[at]!);
    }
    return Math.abs(found.least - Math.min(...fits)) < 1e-6 && Math.abs(found.most - Math.max(...fits)) < 1e-6;
  }), { numRuns: 300 });
});

it('recovers a small number whose neighbours are shown, and none where a second is kept back', () => {
  const truth = new Map([['all', 30], ['sex=female', 27], ['sex=male', 3], ['sex=unknown', 0]]);
  const additions = [{ whole: 'all', parts: ['sex=female', 'sex=male', 'sex=unknown'], twice: 0 }];
  const page = (shown: Record<string, number | null>) => new Map([['anyone', new Map(Object.entries(shown))]]);
  const attack = (shown: Record<string, number | null>) => attackMonth({ pages: page(shown), truth, additions }, randomOf(1), 20).recovered;
  expect(attack({ all: 30, 'sex=female': 27, 'sex=male': null, 'sex=unknown': 0 })[0]).toContain('sex=male = 3 lies in 3.0 to 3.0');
  expect(attack({ all: 30, 'sex=female': null, 'sex=male': null, 'sex=unknown': 0 })).toEqual([]);
  expect(attack({ all: 30, 'sex=female': null, 'sex=male': 3, 'sex=unknown': null })[0]).toBe('anyone is shown sex=male: 3');
});

it('works out once what readers know together, and finds the same as working it out for each of them', () => {
  const truth = new Map([['all', 30], ['sex=female', 27], ['sex=male', 3], ['hub', 27], ['elsewhere', 3]]);
  const additions = [{ whole: 'all', parts: ['sex=female', 'sex=male'], twice: 0 }, { whole: 'all', parts: ['hub', 'elsewhere'], twice: 0 }];
  const page = (shown: Record<string, number>) => new Map<string, number | null>([...[...truth.keys()].map((name) => [name, null] as const), ...Object.entries(shown)]);
  // Only who reads the network and the women finds the men; the first two read the same.
  const pages = new Map([['network', page({ all: 30 })], ['ministry', page({ all: 30 })], ['women', page({ 'sex=female': 27 })], ['hub', page({ hub: 27 })]]);
  const attack = (eachAlone: boolean) => attackMonth({ pages, truth, additions }, randomOf(7), 200, eachAlone).recovered;
  const found = new Set(attack(false));
  expect([...found].filter((one) => one.startsWith('sex=male')).every((one) => one.includes('women') && /network|ministry/.test(one))).toBe(true);
  expect(found).toContain('sex=male = 3 lies in 3.0 to 3.0 for ministry, women');
  expect(found).not.toContain('sex=male = 3 lies in 3.0 to 3.0 for ministry, hub');
  expect(attack(true)).toEqual(attack(false));
  for (const puzzle of plantRoads(randomOf(9)).flatMap((one) => [one, unprotectedRoads(one)])) expect(attackMonth(puzzle, randomOf(9), 12, true)).toEqual(attackMonth(puzzle, randomOf(9), 12));
});

it('recovers a number of five or more that was kept back beside a small one, when it is known exactly', () => {
  const truth = new Map([['all', 30], ['sex=female', 27], ['sex=male', 3]]);
  const pages = new Map([['anyone', new Map<string, number | null>([['all', 30], ['sex=female', null], ['sex=male', null]])]]);
  const attack = (known: number) => attackMonth({ pages, truth, additions: [{ whole: 'all', parts: ['sex=female', 'sex=male'], twice: 0 }], ties: [{ terms: new Map([['sex=female', 1]]), least: known, most: 27 }] }, randomOf(1), 5).recovered;
  expect(attack(27)[0]).toContain('sex=female = 27 lies in 27.0 to 27.0');
  expect(attack(20)).toEqual([]);
});

it('takes what is said as “at least” into account: rows of an extract that leave fewer than five of two groups tell the small one', () => {
  const truth = new Map([['all', 40], ['sex=female', 37], ['sex=male', 3]]);
  const additions = [{ whole: 'all', parts: ['sex=female', 'sex=male'], twice: 0 }];
  const pages = new Map([['anyone', new Map<string, number | null>([['all', 40], ['sex=female', null], ['sex=male', null]])]]);
  const attack = (least: number) => attackMonth({ pages, truth, additions, told: new Map([['researcher', [{ terms: new Map([['sex=female', 1]]), least, most: null }]]]) }, randomOf(3), 30).recovered;
  expect(attack(36)[0]).toContain('sex=male = 3 lies in 0.0 to 4.0');
  expect(attack(30)).toEqual([]);
});

it('puts periods beside their months: a period that is told exactly tells the month that is kept back, told in tens it does not', () => {
  // Nineteen in the month that is printed, three in the one that is not; nobody came in both, and that is known.
  const truth = new Map([['all', 3], ['2026-02 all', 19]]);
  const pages = new Map([['anyone', new Map<string, number | null>([['all', null], ['2026-02 all', 19]])]]);
  const attack = (least: number, most: number | null) => attackMonth({
    pages, truth, additions: [{ whole: 'both', parts: ['all', '2026-02 all'], twice: 0 }], told: new Map([['donor', [{ terms: new Map([['both', 1]]), least, most }]]]),
  }, randomOf(5), 30).recovered;
  expect(attack(22, 22)[0]).toContain('all = 3 lies in 3.0 to 3.0');
  expect(attack(10, null)).toEqual([]);
});

it('recovers small steps of the road of calls where small numbers only are kept back, and none where the house says them', () => {
  for (let seed = 1; seed <= 3; seed++) for (const puzzle of plantRoads(randomOf(seed))) {
    expect(attackMonth(puzzle, randomOf(seed), 12).recovered).toEqual([]);
    expect(attackMonth(unprotectedRoads(puzzle), randomOf(seed), 12).recovered.length).toBeGreaterThan(0);
  }
});
