import { readingsOf } from '../reading/reading.ts';
import { monthOf, monthPlus, type Period } from '../reading/period.ts';
import { readActual } from './read-actual.ts';
import type { Actual, ReadTarget, Target } from './levels.ts';
import { type AskingTargets, standingTargets, type WhichTargets } from './standing-targets.ts';

/**
 * Targets with what was reached of each. The hub's own target is exact for who reads its persons, up to today. Everybody else reads closed
 * months and “at least” of persons (docs/decisions/0049). Counted in whole months. Ask it of a query or action of the ordinary login: it counts
 * by `counting`, so that every reader outside the hub gets the same number.
 */
export async function readTargets(asking: AskingTargets, which: WhichTargets = {}): Promise<ReadTarget[]> {
  const targets = await standingTargets(asking, which);
  const read: ReadTarget[] = [];
  for (const target of targets) read.push(await readTarget(asking, target));
  return read;
}

async function readTarget(asking: AskingTargets, target: Target): Promise<ReadTarget> {
  const hub = readingsOf(asking.actor).flatMap((reading) => (reading.exact ? [reading.hub] : []))[0];
  const exact = target.scope.level === 'hub' && target.scope.id === hub;
  const period = lookedAt(target, exact, asking.now);
  if (!period) return { ...target, actual: { value: null, atLeast: null, kept: false, upTo: null }, share: null, shareOfOriginal: null, leftOut: [] };
  const { said, leftOut } = await readActual(asking, target, period, exact);
  const actual: Actual = { ...said, upTo: period.to };
  const reached = actual.value ?? actual.atLeast;
  const shareOf = (promised: number) => (reached === null ? null : reached / promised);
  return { ...target, actual, share: shareOf(target.inForce.value), shareOfOriginal: shareOf(target.original.value), leftOut };
}

/** The months of the target that may be looked at; nothing before it begins. */
function lookedAt({ inForce: { from, to } }: Target, exact: boolean, now: Date): Period | undefined {
  const last = exact ? monthOf(now) : monthPlus(monthOf(now), -1);
  const [first, end] = [from.slice(0, 7), [to.slice(0, 7), last].sort()[0]!];
  return first <= end ? { from: first, to: end } : undefined;
}
