import type { Random } from '../random.ts';
import { boundsOf, type Sum } from './bounds.ts';
import type { Page } from './read-published.ts';
import type { Adding, CellName } from './true-cells.ts';

/** Below this a number tells of persons. */
export const small = 5;

/** What attacks on one month found. */
export interface Attacked {
  readonly attacks: number;
  readonly recovered: readonly string[];
}

interface Month {
  readonly pages: ReadonlyMap<string, Page>;
  readonly truth: ReadonlyMap<CellName, number>;
  readonly additions: readonly Adding[];
}

/**
 * Attacks a month so many times: each time some readers put their pages side by side, choose a number that is kept back from them all, and
 * work out by every sum they know how small and how large it may be. A small one is recovered when it can no longer be five or more, or lies in
 * a span of fewer than five. Also recovered: a small number that is simply shown.
 */
export function attackMonth({ pages, truth, additions }: Month, random: Random, times: number): Attacked {
  const recovered: string[] = [];
  const names = [...pages.keys()];
  const smallOnes = [...truth].filter(([, value]) => value > 0 && value < small).map(([name]) => name);
  if (!smallOnes.length) return { attacks: 0, recovered };
  for (const name of smallOnes) for (const [who, page] of pages) if (typeof page.get(name) === 'number') recovered.push(`${who} is shown ${name}: ${page.get(name)}`);
  for (let n = 0; n < times; n++) {
    // Half of the time everybody is in it.
    const together = random.once(2) ? names : names.filter(() => random.once(2));
    const known = new Map(together.flatMap((who) => [...pages.get(who)!].filter((one): one is [string, number] => one[1] !== null)));
    const target = random.pick(smallOnes);
    if (known.has(target)) continue;
    const span = boundsOf(sumsOf(additions, known), target);
    if (!span) recovered.push(`the pages of ${together.join(', ')} contradict each other`);
    else if (span.most < small - 1e-6 || span.most - span.least < small - 1e-6) recovered.push(`${target} = ${truth.get(target)} lies in ${span.least.toFixed(1)} to ${span.most.toFixed(1)} for ${together.join(', ')}`);
  }
  return { attacks: times, recovered };
}

/** The sums that tie what is not known, with what is known moved to the other side. */
const sumsOf = (additions: readonly Adding[], known: ReadonlyMap<CellName, number>): Sum[] => additions.flatMap(({ parts, whole, twice }) => {
  const terms = new Map<string, number>();
  let equals = twice;
  for (const [name, weight] of [...parts.map((part) => [part, 1] as const), [whole, -1] as const]) {
    const value = known.get(name);
    if (value === undefined) terms.set(name, weight);
    else equals -= weight * value;
  }
  return terms.size ? [{ terms, equals }] : [];
});

/** The same pages as a house shows them that keeps back small numbers only, and nothing beside them. */
export const onlySmallKept = (pages: ReadonlyMap<string, Page>, truth: ReadonlyMap<CellName, number>): ReadonlyMap<string, Page> =>
  new Map([...pages].map(([who, page]) => [who, new Map([...page.keys()].map((name) => {
    const value = truth.get(name)!;
    return [name, value > 0 && value < small ? null : value];
  }))]));
