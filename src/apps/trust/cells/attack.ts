import type { Random } from '../random.ts';
import { boundsIn, type Span, type Sum } from './bounds.ts';
import type { Page } from './read-published.ts';
import type { Adding, CellName } from './true-cells.ts';

/** Below this a number tells of persons. */
export const small = 5;

/** What attacks on one month found. */
export interface Attacked {
  readonly attacks: number;
  readonly recovered: readonly string[];
}

/** What is said of a weighed sum without saying it exactly: “at least”, in tens, rows of an extract. `most` null: nothing bounds it from above. */
export interface Limit {
  readonly terms: ReadonlyMap<CellName, number>;
  readonly least: number;
  readonly most: number | null;
}

/** Tables of one month beside each other, with all that holds between them. */
export interface Puzzle {
  readonly pages: ReadonlyMap<string, Page>;
  readonly truth: ReadonlyMap<CellName, number>;
  readonly additions: readonly Adding[];
  /** What each reader is told besides. */
  readonly told?: ReadonlyMap<string, readonly Limit[]>;
  /** What holds whoever reads: nobody is more than the months she came in. */
  readonly ties?: readonly Limit[];
}

/**
 * Attacks a month so many times: each time some readers put their pages side by side, choose a number that is kept back from them all, and
 * work out by every sum they know how small and how large it may be. A small one is recovered when it can no longer be five or more, or lies in
 * a span of fewer than five. Also recovered: a small number that is simply shown. What the same readers can work out is worked out once.
 */
export function attackMonth(puzzle: Puzzle, random: Random, times: number): Attacked {
  const { pages, truth, told } = puzzle;
  const recovered: string[] = [];
  const names = [...new Set([...pages.keys(), ...(told?.keys() ?? [])])];
  const smallOnes = [...truth].filter(([, value]) => value > 0 && value < small).map(([name]) => name);
  if (!smallOnes.length) return { attacks: 0, recovered };
  for (const name of smallOnes) for (const [who, page] of pages) if (typeof page.get(name) === 'number') recovered.push(`${who} is shown ${name}: ${page.get(name)}`);
  const attackers = new Map<string, Attacker>();
  for (let n = 0; n < times; n++) {
    // Half of the time everybody is in it.
    const together = random.once(2) ? names : names.filter(() => random.once(2));
    const target = random.pick(smallOnes);
    const attacker = attackers.get(together.join()) ?? attackerOf(puzzle, together);
    attackers.set(together.join(), attacker);
    if (attacker.known.has(target)) continue;
    const span = attacker.spanOf(target);
    if (!span) recovered.push(`the pages of ${together.join(', ')} contradict each other`);
    else if (span.most < small - 1e-6 || span.most - span.least < small - 1e-6) recovered.push(`${target} = ${truth.get(target)} lies in ${span.least.toFixed(1)} to ${span.most.toFixed(1)} for ${together.join(', ')}`);
  }
  return { attacks: times, recovered };
}

interface Attacker {
  readonly known: ReadonlyMap<CellName, number>;
  /** Null where what they know contradicts itself. */
  readonly spanOf: (target: CellName) => Span | null;
}

function attackerOf({ pages, additions, told, ties = [] }: Puzzle, together: readonly string[]): Attacker {
  const known = new Map(together.flatMap((who) => [...(pages.get(who) ?? [])].filter((one): one is [string, number] => one[1] !== null)));
  const limits = [...ties, ...together.flatMap((who) => told?.get(who) ?? [])];
  const [spans, bounds] = [new Map<CellName, Span>(), boundsIn([...sumsOf(additions, known), ...limitsOf(limits, known)])];
  return {
    known,
    spanOf: (target) => {
      const span = spans.get(target) ?? bounds?.(target);
      if (!span) return null;
      spans.set(target, span);
      return span;
    },
  };
}

/** The terms that are not known, and how much the known ones make. */
function withoutKnown(terms: Iterable<readonly [CellName, number]>, known: ReadonlyMap<CellName, number>): { left: Map<CellName, number>; made: number } {
  const left = new Map<CellName, number>();
  let made = 0;
  for (const [name, weight] of terms) {
    const value = known.get(name);
    if (value === undefined) left.set(name, weight);
    else made += weight * value;
  }
  return { left, made };
}

/** The sums that tie what is not known, with what is known moved to the other side. */
const sumsOf = (additions: readonly Adding[], known: ReadonlyMap<CellName, number>): Sum[] => additions.flatMap(({ parts, whole, twice }) => {
  const { left, made } = withoutKnown([...parts.map((part) => [part, 1] as const), [whole, -1] as const], known);
  return left.size ? [{ terms: left, equals: twice - made }] : [];
});

/** A limit is a sum with one unknown more: what is missing to it, or what is above it. */
const limitsOf = (limits: readonly Limit[], known: ReadonlyMap<CellName, number>): Sum[] => limits.flatMap(({ terms, least, most }, at) => {
  const { left, made } = withoutKnown(terms, known);
  if (!left.size) return [];
  return [{ terms: new Map([...left, [`above ${at}`, -1]]), equals: least - made }, ...(most === null ? [] : [{ terms: new Map([...left, [`below ${at}`, 1]]), equals: most - made }])];
});

/** The same pages as a house shows them that keeps back small numbers only, and nothing beside them. */
export const onlySmallKept = (pages: ReadonlyMap<string, Page>, truth: ReadonlyMap<CellName, number>): ReadonlyMap<string, Page> =>
  new Map([...pages].map(([who, page]) => [who, new Map([...page.keys()].map((name) => {
    const value = truth.get(name)!;
    return [name, value > 0 && value < small ? null : value];
  }))]));
