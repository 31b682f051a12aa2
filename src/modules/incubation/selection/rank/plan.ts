/** The least and the most of one quota; the least is raised only as far as it can be kept. */
export interface Bound {
  low: number;
  readonly high: number;
}

/** How many ways to make room are looked at before somebody is passed over; quotas are kept whatever this number is. */
const MOST_LOOKS = 6_000;

/**
 * Keeps a plan of how many of each kind are still to be taken such that every bound holds. `members[kind]` are the quotas a kind counts
 * for, `spare[kind]` how many of it there are. `reserve` raises the least of a quota as far as it goes, `take` takes one of a kind if the rest can still
 * be kept. Both look for the shortest chain of one more here, one fewer there.
 */
export function openPlan(members: readonly (readonly number[])[], spare: readonly number[], bounds: readonly Bound[], places: number) {
  const left = [...spare];
  const planned = spare.map(() => 0);
  const held = bounds.map(() => 0);
  const taken = bounds.map(() => 0);
  let [total, done] = [0, 0];
  const kindsOf = bounds.map((_, at) => members.flatMap((quotas, kind) => (quotas.includes(at) ? [kind] : [])));
  const all = members.map((_, kind) => kind);

  /** One thing that does not hold, and the kinds of which one more or one fewer would mend it. */
  const broken = (change: ReadonlyMap<number, number>): { kinds: readonly number[]; by: 1 | -1 } | undefined => {
    const sums = new Map<number, number>();
    let more = 0;
    for (const [kind, by] of change) {
      more += by;
      for (const at of members[kind]!) sums.set(at, (sums.get(at) ?? 0) + by);
    }
    for (const [at, by] of sums) {
      const count = held[at]! + by;
      if (count > bounds[at]!.high) return { kinds: kindsOf[at]!, by: -1 };
      if (count < bounds[at]!.low) return { kinds: kindsOf[at]!, by: 1 };
    }
    return total + more > places ? { kinds: all, by: -1 } : undefined;
  };

  /** Finds the shortest chain from this change to one under which everything holds, and plans it. */
  const settle = (first: number): boolean => {
    const waiting: Map<number, number>[] = [new Map([[first, 1]])];
    const seen = new Set<string>();
    for (let at = 0; at < waiting.length && at < MOST_LOOKS; at++) {
      const change = waiting[at]!;
      const wrong = broken(change);
      if (!wrong) {
        for (const [kind, by] of change) move(kind, by);
        return true;
      }
      if (waiting.length >= MOST_LOOKS) continue;
      for (const kind of wrong.kinds) {
        const by = (change.get(kind) ?? 0) + wrong.by;
        if (planned[kind]! + by < 0 || planned[kind]! + by > left[kind]! || (kind === first && by < 1)) continue;
        const next = new Map(change).set(kind, by);
        if (by === 0) next.delete(kind);
        const key = [...next].sort(([a], [b]) => a - b).join(';');
        if (!seen.has(key)) {
          seen.add(key);
          waiting.push(next);
        }
      }
    }
    return false;
  };

  function move(kind: number, by: number): void {
    planned[kind]! += by;
    total += by;
    for (const at of members[kind]!) held[at]! += by;
  }

  return {
    /** Raises the least of a quota to `many`, or as far as it can be kept together with those reserved before. */
    reserve(at: number, many: number): void {
      bounds[at]!.low = Math.min(held[at]!, many);
      while (bounds[at]!.low < many) {
        if (held[at]! <= bounds[at]!.low && !kindsOf[at]!.some((kind) => planned[kind]! < left[kind]! && settleKeeping(at, kind))) return;
        bounds[at]!.low++;
      }
    },
    /** Takes one of this kind if all bounds can still be kept. Once the answer is no it stays no. */
    take(kind: number): boolean {
      if (planned[kind] === 0 && (done >= places || left[kind] === 0 || !settle(kind))) {
        left[kind] = 0;
        return false;
      }
      planned[kind]!--;
      left[kind]!--;
      done++;
      for (const at of members[kind]!) taken[at]!++;
      return true;
    },
    /** How many were taken for a quota. */
    taken: (at: number): number => taken[at]!,
    /** Is every place taken? */
    full: (): boolean => done >= places,
    /** A quota whose least is not reached yet by those taken. */
    waitsFor: (): number | undefined => bounds.findIndex(({ low }, at) => taken[at]! < low) === -1 ? undefined : bounds.findIndex(({ low }, at) => taken[at]! < low),
  };

  /** One more of this kind such that the quota has one more than before; a chain that gives it back is none. */
  function settleKeeping(at: number, kind: number): boolean {
    bounds[at]!.low++;
    const found = settle(kind);
    bounds[at]!.low--;
    return found;
  }
}
