import { matchNames } from '#core/text/match-names.ts';
import type { Line } from '../directory-search/directory-search.ts';
import { type NamePair, trialSlices } from './name-pairs.ts';

/** Steps by which strangers are drawn: every Arabic name beside the Latin name of five other pairs. */
const strides = [617, 1_231, 2_741, 409, 53];

/** Of the true pairs how many are candidates, and of strangers how many, for each kind of pair; then how many pairs a second. */
export async function matchFigures(say: (line: string) => void = () => {}): Promise<Line[]> {
  const lines: Line[] = [];
  let compared = 0;
  const began = performance.now();
  for (const [kind, pairs] of trialSlices()) {
    const missed = pairs.filter(([arabic, latin]) => !matchNames(arabic, latin).candidate);
    const strangers = strangersOf(pairs);
    const taken = strangers.filter(([arabic, latin]) => matchNames(arabic, latin).candidate);
    compared += pairs.length + strangers.length;
    say(`${kind}: missed ${shown(missed)}`);
    say(`${kind}: strangers taken ${shown(taken)}`);
    lines.push({ name: `${kind} (${pairs.length}): recall`, value: 100 - (100 * missed.length) / pairs.length, bound: 95, unit: '%', atLeast: true, detail: `${missed.length} missed` });
    lines.push({ name: `${kind} (${strangers.length}): strangers taken for candidates`, value: (100 * taken.length) / strangers.length, bound: 0.5, unit: '%', detail: `${taken.length} taken, ${((100 * taken.length) / strangers.length).toFixed(3)} %` });
  }
  lines.push({ name: 'pairs of names a second', value: compared / ((performance.now() - began) / 1_000), bound: 5_000, unit: '', atLeast: true });
  return lines;
}

/** Pairs of two different names; two that happen to be written alike on either side stay out. */
export const strangersOf = (pairs: readonly NamePair[]): NamePair[] =>
  strides.flatMap((stride) => pairs.flatMap(([arabic, own], at) => {
    const [otherArabic, other] = pairs[(at * 7_919 + stride) % pairs.length]!;
    return otherArabic === arabic || other === own ? [] : [[arabic, other] as const];
  }));

const shown = (pairs: readonly NamePair[]): string => `${pairs.length}: ${pairs.slice(0, 40).map((pair) => pair.join(' = ')).join(' · ')}`;
