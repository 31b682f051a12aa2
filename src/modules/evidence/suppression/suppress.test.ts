import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallest } from './cell.ts';
import { suppress } from './suppress.ts';
import { listCells, treeCells, twoSidedCells } from './tables.ts';

/** An attacker with patience: every table of whole numbers that prints the same page; the least and most of each hidden cell. */
function spans(values: number[], sums: { parts: number[]; total: number }[], shown: (index: number) => boolean, most: number) {
  const least = values.map(() => Number.POSITIVE_INFINITY);
  const top = values.map(() => -1);
  const guess = values.map((value, i) => (shown(i) ? value : 0));
  const fits = (done: number) => sums.every(({ parts, total }) => {
    const sum = parts.reduce((a, i) => a + (i < done || shown(i) ? guess[i]! : 0), 0);
    return sum <= total && (sum === total || parts.some((i) => i >= done && !shown(i)));
  });
  const walk = (i: number): void => {
    if (i === values.length) {
      guess.forEach((value, at) => { least[at] = Math.min(least[at]!, value); top[at] = Math.max(top[at]!, value); });
      return;
    }
    if (shown(i)) {
      if (fits(i + 1)) walk(i + 1);
      return;
    }
    for (let value = 0; value <= most; value++) {
      guess[i] = value;
      if (fits(i + 1)) walk(i + 1);
    }
    guess[i] = 0;
  };
  walk(0);
  return { least, top };
}

const isSafe = (value: number, least: number, top: number) => value === 0 || value >= smallest || (top >= smallest && top - least >= smallest);

describe('a list with its total', () => {
  it('lets nobody work out a small number', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }), (values) => {
      const hidden = suppress(listCells(new Map(values.map((value, i) => [`k${i}`, value]))));
      const total = values.reduce((a, b) => a + b, 0);
      if (hidden.has('all')) return total > 0 && total < smallest && values.every((_, i) => hidden.has(`k${i}`));
      const { least, top } = spans(values, [{ parts: values.map((_, i) => i), total }], (i) => !hidden.has(`k${i}`), total);
      return values.every((value, i) => (hidden.has(`k${i}`) || value === 0 || value >= smallest) && isSafe(value, least[i]!, top[i]!));
    }), { numRuns: 2_000 });
  });

  it('shows everything when nothing is small, zeros too, and hides a zero together with the rest', () => {
    expect([...suppress(listCells(new Map([['f', 12], ['m', 7], ['u', 0]])))]).toEqual([]);
    expect([...suppress(listCells(new Map([['f', 12], ['m', 3], ['u', 0]])))].sort()).toEqual(['f', 'm', 'u']);
    expect([...suppress(listCells(new Map([['a', 30], ['b', 3], ['c', 8]])))].sort()).toEqual(['b', 'c']);
  });
});

describe('hubs in their regions', () => {
  const network = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });

  it('lets nobody work out a small hub or region', () => {
    fc.assert(fc.property(network, (regions) => {
      const hubs = regions.flatMap((values, r) => values.map((value, h) => ({ hub: `${r}${h}`, region: String(r), value })));
      const hidden = suppress(treeCells(hubs));
      const total = hubs.reduce((a, { value }) => a + value, 0);
      if (hidden.has('all')) return total < smallest;
      // Hubs first, then regions: each region is the sum of its hubs, the network the sum of the regions.
      const ids = [...hubs.map(({ hub }) => `hub:${hub}`), ...regions.map((_, r) => `region:${r}`)];
      const sumOf = (r: number) => regions[r]!.reduce((a, b) => a + b, 0);
      const values = [...hubs.map(({ value }) => value), ...regions.map((_, r) => sumOf(r))];
      const inRegion = (r: number) => hubs.flatMap(({ region }, i) => (region === String(r) ? [i] : []));
      const shownRegions = regions.flatMap((_, r) => (hidden.has(`region:${r}`) ? [] : [{ parts: inRegion(r), total: sumOf(r) }]));
      const whole = { parts: hubs.map((_, i) => i), total };
      const { least, top } = spans(values.slice(0, hubs.length), [whole, ...shownRegions], (i) => !hidden.has(ids[i]!), Math.min(total, 30));
      return hubs.every(({ hub, value }, i) => (hidden.has(`hub:${hub}`) || value === 0 || value >= smallest) && isSafe(value, least[i]!, top[i]!));
    }), { numRuns: 400 });
  });
});

describe('a table with two sides whose margins stand elsewhere', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

  it('lets nobody work out a small cell from rows, columns and totals together', () => {
    fc.assert(fc.property(table, (rows) => {
      const all = sum(rows.flat());
      const rowSums = rows.map(sum);
      const columnSums = [0, 1, 2].map((c) => sum(rows.map((row) => row[c]!)));
      const tree = suppress(treeCells(rowSums.map((value, r) => ({ hub: String(r), region: String(r), value }))));
      const list = suppress(listCells(new Map(columnSums.map((value, c) => [String(c), value]))));
      const allHidden = tree.has('all');
      const hiddenRows = new Set(rowSums.flatMap((_, r) => (tree.has(`region:${r}`) ? [String(r)] : [])));
      const hidden = suppress(twoSidedCells(rows.flatMap((row, r) => row.map((value, c) => [String(r), String(c), value] as const)),
        { hiddenRows, hiddenColumns: list, allHidden }));
      if (allHidden) return all < smallest;
      const sums = [
        ...rowSums.flatMap((total, r) => (hiddenRows.has(String(r)) ? [] : [{ parts: [r * 3, r * 3 + 1, r * 3 + 2], total }])),
        ...columnSums.flatMap((total, c) => (list.has(String(c)) ? [] : [{ parts: [c, 3 + c], total }])),
        { parts: [0, 1, 2, 3, 4, 5], total: all },
      ];
      const id = (i: number) => `cell:${Math.floor(i / 3)}|${i % 3}`;
      const { least, top } = spans(rows.flat(), sums, (i) => !hidden.has(id(i)), Math.min(all, 24));
      return rows.flat().every((value, i) => (hidden.has(id(i)) || value === 0 || value >= smallest) && isSafe(value, least[i]!, top[i]!));
    }), { numRuns: 250 });
  });
});
