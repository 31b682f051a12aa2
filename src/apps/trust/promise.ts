import type { Kit } from './kit.ts';

/** What one promise found when it was put to the test. */
export interface Outcome {
  /** How many single checks were made. */
  readonly cases: number;
  /** The measured figure, in words: `0 disagreements`. */
  readonly figure: string;
  /** Whether the figure meets the promise. */
  readonly ok: boolean;
  /** What failed, named so that it can be found, and which rounds were shortened. */
  readonly notes: readonly string[];
}

/** One promise of the house, with the fault that it must catch to count. */
export interface TrustPromise {
  readonly number: number;
  /** One word for the command line: `hadina trust authz`. */
  readonly name: string;
  /** What is promised, in one line. */
  readonly title: string;
  /** It works in folders, processes or a browser of its own and measures no time: in a quick run it is tested beside the others. */
  readonly apart?: true;
  /** Why a quick run leaves it out unless it is asked for by name; the report says so. */
  readonly tooLongForAMinute?: string;
  run(kit: Kit): Promise<Outcome>;
  /** Plants the fault this promise exists for, runs the same check on it, and says whether it was caught. */
  plantedFault(kit: Kit): Promise<boolean>;
}

/** The outcome of a check that lists its faults: none is the only figure that will do. */
export const noneOf = (what: string, cases: number, faults: readonly string[], least = 1, notes: readonly string[] = []): Outcome => ({
  cases,
  figure: `${faults.length} ${what}`,
  ok: faults.length === 0 && cases >= least,
  notes: [...(cases < least ? [`only ${cases} of at least ${least} cases were made`] : []), ...shortened(faults), ...notes],
});

const MOST_NAMED = 25;

const shortened = (faults: readonly string[]): string[] =>
  faults.length > MOST_NAMED ? [...faults.slice(0, MOST_NAMED), `… and ${faults.length - MOST_NAMED} more`] : [...faults];
