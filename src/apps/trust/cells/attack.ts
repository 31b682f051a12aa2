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
 * Attacks a month: everybody together works out each number that is kept back, then so many times some readers put their pages side by side, choose one
 * that is kept back from them all, and work out by every sum they know how small and how large it may be. A small one is recovered when it can no
 * longer be five or more, or lies in a span of fewer than five; one kept back beside the small ones when it is known exactly. Also recovered: a small
 * number that is simply shown. Readers who know the same together are worked out once; and what all together cannot narrow down, some of them
 * cannot, whose sums are among those of all: `eachAlone` works it out for them again.
 */
export function attackMonth(puzzle: Puzzle, random: Random, times: number, eachAlone = false): Attacked {
  const { pages, truth, told } = puzzle;
  const recovered: string[] = [];
  const names = [...new Set([...pages.keys(), ...(told?.keys() ?? [])])];
  const hidden = new Set([...pages.values()].flatMap((page) => [...page].filter(([, value]) => value === null).map(([name]) => name)));
  const targets = [...truth].filter(([name, value]) => value > 0 && (value < small || hidden.has(name))).map(([name]) => name);
  if (!targets.length) return { attacks: 0, recovered };
  for (const name of targets) for (const [who, page] of pages) if (truth.get(name)! < small && typeof page.get(name) === 'number') recovered.push(`${who} is shown ${name}: ${page.get(name)}`);
  const attackers = new Map<string, Attacker>();
  const attackerOf = (together: readonly string[]): Attacker => {
    const knowledge = knownTo(puzzle, together);
    const attacker = attackers.get(knowledge.key) ?? working(puzzle, knowledge);
    attackers.set(knowledge.key, attacker);
    return attacker;
  };
  const all = attackerOf(names);
  const attack = (together: readonly string[], target: CellName): void => {
    const value = truth.get(target)!;
    if (!eachAlone && !all.known.has(target) && isSafe(value, all.spanOf(target))) return;
    const attacker = attackerOf(together);
    if (attacker.known.has(target)) return;
    const span = attacker.spanOf(target);
    if (!span) recovered.push(`the pages of ${together.join(', ')} contradict each other`);
    else if (!isSafe(value, span)) recovered.push(`${target} = ${value} lies in ${span.least.toFixed(1)} to ${span.most.toFixed(1)} for ${together.join(', ')}`);
  };
  for (const target of targets) attack(names, target);
  // Half of the time everybody is in it.
  for (let n = 0; n < times; n++) attack(random.once(2) ? names : names.filter(() => random.once(2)), random.pick(targets));
  return { attacks: targets.length + times, recovered };
}

/** Whether a small number may still be five or more, and one of five or more; whether a larger one is not known exactly. */
const isSafe = (value: number, span: Span | null): boolean => {
  if (span === null) return false;
  return value < small ? span.most >= small - tiny && span.most - span.least >= small - tiny : span.most - span.least >= 1 - tiny;
};
const tiny = 1e-6;

interface Attacker {
  readonly known: ReadonlyMap<CellName, number>;
  /** Null where what they know contradicts itself. */
  readonly spanOf: (target: CellName) => Span | null;
}

interface Knowledge {
  readonly known: ReadonlyMap<CellName, number>;
  readonly limits: readonly Limit[];
  /** The same for all who know the same. */
  readonly key: string;
}

/** All that these readers were shown and told, each thing once. */
function knownTo({ pages, told, ties = [] }: Puzzle, together: readonly string[]): Knowledge {
  const known = new Map(together.flatMap((who) => [...(pages.get(who) ?? [])].filter((one): one is [string, number] => one[1] !== null)));
  const limits = new Map([...ties, ...together.flatMap((who) => told?.get(who) ?? [])].map((limit) => [`${[...limit.terms]} ${limit.least} ${limit.most}`, limit]));
  return { known, limits: [...limits.values()], key: [[...known].sort(([a], [b]) => (a < b ? -1 : 1)).join(), ...[...limits.keys()].sort()].join('\n') };
}

/** Whoever works out numbers from this knowledge: each number once, and nothing before one is asked. */
function working({ additions }: Puzzle, { known, limits }: Knowledge): Attacker {
  const spans = new Map<CellName, Span>();
  let bounds: ReturnType<typeof boundsIn> | undefined;
  return {
    known,
    spanOf: (target) => {
      bounds = bounds === undefined ? boundsIn([...sumsOf(additions, known), ...limitsOf(limits, known)]) : bounds;
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
