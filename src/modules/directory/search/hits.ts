/** How well services meet one typed word, by position in the copy: in thousandths of the weight, 0 for not at all. */
export class Met {
  readonly scores: Int32Array;
  /** How many services meet it. */
  size = 0;

  constructor(services: number) {
    this.scores = new Int32Array(services);
  }

  /** Keeps the better of two scores. A position that came after the search began is left out. */
  note(position: number, score: number): void {
    const known = this.scores[position];
    if (known === undefined || known >= score) return;
    if (known === 0) this.size++;
    this.scores[position] = score;
  }
}

/** The services found, by position in the copy, and how well each answers, by position too. */
export interface Hits {
  readonly positions: readonly number[];
  readonly scores: Int32Array;
}

/** Keeps the services that meet every word, or failing that all but one, with their scores added up. */
export function joined(met: readonly Met[]): Hits {
  const services = met[0]!.scores.length;
  const totals = new Int32Array(services);
  const words = new Uint8Array(services);
  for (const { scores } of met) {
    for (let at = 0; at < services; at++) {
      const score = scores[at]!;
      if (score === 0) continue;
      totals[at]! += score;
      words[at]!++;
    }
  }
  let most = 0;
  for (let at = 0; at < services; at++) if (words[at]! > most) most = words[at]!;
  const positions: number[] = [];
  if (most < Math.max(1, met.length - 1)) return { positions, scores: totals };
  for (let at = 0; at < services; at++) if (words[at] === most) positions.push(at);
  return { positions, scores: totals };
}

/** The part of the best hits from `offset` on; equal scores stand in the order of their ids. */
export function bestOf(
  positions: readonly number[],
  scores: Int32Array,
  ids: readonly string[],
  offset: number,
  limit: number,
): readonly number[] {
  const wanted = offset + limit;
  const levels = new Map<number, number>();
  for (const at of positions) levels.set(scores[at]!, (levels.get(scores[at]!) ?? 0) + 1);
  // Whole levels of score above the page and within it are enough: the others need no order.
  let lowest = 0;
  let counted = 0;
  for (const level of [...levels.keys()].sort((a, b) => b - a)) {
    lowest = level;
    counted += levels.get(level)!;
    if (counted >= wanted) break;
  }
  const order = (a: number, b: number) => scores[b]! - scores[a]! || (ids[a]! < ids[b]! ? -1 : 1);
  const above = positions.filter((at) => scores[at]! > lowest).sort(order);
  const level = firstById(
    positions.filter((at) => scores[at] === lowest),
    ids,
    wanted - above.length,
  );
  return [...above, ...level].slice(offset, wanted);
}

/** Sorting a whole directory for its first page would cost more than finding it. */
const fewEnoughToInsert = 300;

function firstById(positions: readonly number[], ids: readonly string[], wanted: number): readonly number[] {
  if (wanted > fewEnoughToInsert) return [...positions].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const first: number[] = [];
  for (const at of positions) {
    if (first.length === wanted && ids[at]! >= ids[first.at(-1)!]!) continue;
    const before = first.findIndex((each) => ids[at]! < ids[each]!);
    first.splice(before < 0 ? first.length : before, 0, at);
    if (first.length > wanted) first.pop();
  }
  return first;
}
