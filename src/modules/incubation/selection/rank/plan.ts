/** The least and the most of one quota; the least is raised only as far as it can be kept. */
export interface Bound {
  low: number;
  readonly high: number;
}

/** How many ways to make room are tried before somebody is passed over, and before a quota is said to be out of reach; bounds are kept whatever these numbers are. */
const MOST_TRIED = 2_000;
const MOST_TRIED_TO_KEEP = 20_000;
const FEW_KINDS = 32;
const AT_ONCE = 16;

/** What one chain changes: by kind, by quota, in all. */
interface Change {
  readonly kinds: ReadonlyMap<number, number>;
  readonly sums: Int32Array;
  readonly more: number;
}

/**
 * Keeps a plan of how many of each kind are still to be taken such that every bound holds. `members[kind]` are the quotas a kind counts
 * for, `order` the kinds of all applicants, best first. `reserve` raises the least of a quota as far as it goes, `take` takes one of a kind if the
 * rest can still be kept. Both look for a chain of some more here, some fewer there, after which all bounds hold.
 */
export function openPlan(members: readonly (readonly number[])[], order: readonly number[], bounds: readonly Bound[], places: number) {
  const left = members.map(() => 0);
  const planned = members.map(() => 0);
  const held = bounds.map(() => 0);
  const taken = bounds.map(() => 0);
  let [total, done] = [0, 0];
  const kindsOf = bounds.map((_, at) => members.flatMap((quotas, kind) => (quotas.includes(at) ? [kind] : [])));
  const all = members.map((_, kind) => kind);
  const counts = all.map((kind) => bounds.map((_, at) => (members[kind]!.includes(at) ? 1 : 0)));
  // The plan begins with whom the upper bounds alone would let in: few chains are needed after that.
  for (const kind of order) {
    left[kind]!++;
    if (total < places && members[kind]!.every((at) => held[at]! < bounds[at]!.high)) move(kind, 1);
  }

  function move(kind: number, by: number): void {
    planned[kind]! += by;
    total += by;
    for (const at of members[kind]!) held[at]! += by;
  }

  /** How far a change is from holding, and the one broken bound that the fewest moves would mend; no move at all: a dead end. */
  const look = ({ kinds, sums, more }: Change, forced: number): { far: number; moves: readonly number[]; by: 1 | -1 } => {
    let [far, moves, best]: [number, readonly number[] | undefined, 1 | -1] = [0, undefined, 1];
    const wrong = (amount: number, of: readonly number[], by: 1 | -1): void => {
      far += amount;
      const open = of.filter((kind) => {
        const change = (kinds.get(kind) ?? 0) + by;
        const then = planned[kind]! + change;
        return then >= 0 && then <= left[kind]! && (kind !== forced || change >= 1);
      });
      if (!moves || open.length < moves.length) [moves, best] = [open, by];
    };
    for (let at = 0; at < sums.length; at++) {
      const count = held[at]! + sums[at]!;
      if (count > bounds[at]!.high) wrong(count - bounds[at]!.high, kindsOf[at]!, -1);
      else if (count < bounds[at]!.low) wrong(bounds[at]!.low - count, kindsOf[at]!, 1);
    }
    if (total + more > places) wrong(total + more - places, all, -1);
    return { far, moves: moves ?? [], by: best };
  };

  /** Looks for a change under which everything holds, nearest first. `same` says which changes need not both be followed. */
  const search = (begun: Change, forced: number, most: number, same: (change: Change) => string): Change | undefined => {
    const waiting: { change: Change; moves: readonly number[]; by: 1 | -1 }[][] = [];
    const seen = new Set<string>();
    const add = (change: Change): Change | undefined => {
      const { far, moves, by } = look(change, forced);
      if (far === 0) return change;
      if (moves.length > 0) (waiting[far] ??= []).push({ change, moves, by });
      return undefined;
    };
    const found = add(begun);
    if (found) return found;
    for (let tried = 0; tried < most;) {
      const nearest = waiting.find((list) => list && list.length > 0)?.pop();
      if (!nearest) return undefined;
      for (const kind of nearest.moves) {
        const next = changed(nearest.change, kind, nearest.by);
        const key = same(next);
        if (seen.has(key)) continue;
        seen.add(key);
        tried++;
        const there = add(next);
        if (there) return there;
      }
    }
    return undefined;
  };

  /** The same with one more or one fewer of a kind. */
  const changed = ({ kinds, sums, more }: Change, kind: number, by: 1 | -1): Change => {
    const now = (kinds.get(kind) ?? 0) + by;
    const next = new Map(kinds).set(kind, now);
    if (now === 0) next.delete(kind);
    return { kinds: next, sums: sums.map((sum, at) => sum + by * counts[kind]![at]!), more: more + by };
  };

  const nothing: Change = { kinds: new Map(), sums: new Int32Array(bounds.length), more: 0 };
  // What two changes do to the quotas is nearly always all that matters; where it is not, the few kinds of a small call are told apart exactly.
  const settled = (begun: Change, forced: number, most: number): Change | undefined => search(begun, forced, most, ({ sums, more }) => `${sums.join()} ${more}`)
    ?? (most > MOST_TRIED || members.length <= FEW_KINDS ? search(begun, forced, MOST_TRIED_TO_KEEP, ({ kinds }) => [...kinds].sort(([a], [b]) => a - b).join(';')) : undefined);

  /** How often a change can be made one after the other. */
  const often = ({ kinds, sums, more }: Change): number => Math.min(
    ...[...kinds].map(([kind, by]) => Math.floor((by > 0 ? left[kind]! - planned[kind]! : planned[kind]!) / Math.abs(by))),
    ...bounds.map(({ low, high }, at) => (sums[at]! > 0 ? Math.floor((high - held[at]!) / sums[at]!) : sums[at]! < 0 ? Math.floor((held[at]! - low) / -sums[at]!) : Number.POSITIVE_INFINITY)),
    more > 0 ? Math.floor((places - total) / more) : Number.POSITIVE_INFINITY,
  );
  const make = ({ kinds }: Change, times: number): void => {
    for (const [kind, by] of kinds) move(kind, by * times);
  };

  return {
    /** Raises the least of a quota to `many`, or as far as it can be kept together with those reserved before. */
    reserve(at: number, many: number): void {
      for (;;) {
        bounds[at]!.low = Math.min(held[at]!, many);
        if (held[at]! >= many) return;
        bounds[at]!.low++;
        const change = settled(nothing, -1, MOST_TRIED_TO_KEEP);
        bounds[at]!.low--;
        if (!change) return;
        make(change, Math.max(1, Math.min(often(change), Math.floor((many - held[at]!) / change.sums[at]!))));
      }
    },
    /** Takes one of this kind if all bounds can still be kept. Once the answer is no it stays no. */
    take(kind: number): boolean {
      if (planned[kind] === 0) {
        const change = done < places && left[kind]! > 0 ? settled(changed(nothing, kind, 1), kind, MOST_TRIED) : undefined;
        if (!change) {
          left[kind] = 0;
          return false;
        }
        // A few at once: those who come next are mostly alike.
        make(change, Math.max(1, Math.min(often(change), AT_ONCE)));
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
    waitsFor: (): number | undefined => {
      const at = bounds.findIndex(({ low }, quota) => taken[quota]! < low);
      return at < 0 ? undefined : at;
    },
  };
}
