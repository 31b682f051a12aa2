import { openKit, type Size } from './kit.ts';
import type { TrustPromise } from './promise.ts';
import { promises } from './promises.ts';

/** One line of the report. */
export interface TrustLine {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly cases: number;
  readonly seed: number;
  readonly figure: string;
  readonly kept: boolean;
  readonly faultCaught: boolean;
  readonly seconds: number;
  readonly notes: readonly string[];
}

/** The promises that a whole run of this size leaves out, each with its reason in `tooLongForAMinute`. */
export const leftOut = (size: Size): readonly TrustPromise[] => (size === 'quick' ? promises.filter(({ tooLongForAMinute }) => tooLongForAMinute) : []);

/** Promises that bound a time: row-level security, one process per folder, signing in, hashing, walking the chain. */
const measuresTime = new Set([3, 25, 34, 35, 38]);

interface Choice {
  readonly which?: string | undefined;
  readonly seed: number;
  readonly size: Size;
  readonly say: (line: TrustLine) => void;
}

/**
 * Puts the promises to the test, each with its planted fault: one after the other, and in a quick run those that stand apart beside
 * them, because they mostly wait for other processes. Throws when none has that name or number.
 */
export async function runTrust({ which, seed, size, say }: Choice): Promise<readonly TrustLine[]> {
  const chosen = promises.filter(({ name, number }) => !which || which === name || which === String(number)).filter((promise) => which || !leftOut(size).includes(promise));
  if (!chosen.length) throw new Error(`No promise is called ${which}; there are ${promises.map(({ name }) => name).join(', ')}`);
  // Who asks for one promise may wait long for it: how far it is goes beside the report, to the error stream.
  const { kitFor, close } = openKit(seed, size, which ? (text) => void process.stderr.write(`… ${text}\n`) : undefined);
  const lines: TrustLine[] = [];
  try {
    const queue = async (some: readonly TrustPromise[]): Promise<void> => {
      for (const promise of some) {
        const line = await testOne(promise, kitFor);
        lines.push(line);
        say(line);
      }
    };
    // What measures time comes first, while nothing runs beside it.
    const [apart, rest] = size === 'quick' ? [chosen.filter((each) => each.apart), chosen.filter((each) => !each.apart)] : [[], chosen];
    const [timed, others] = [rest.filter(({ number }) => measuresTime.has(number)), rest.filter(({ number }) => !measuresTime.has(number))];
    await queue(timed);
    await Promise.all([queue(others), queue(apart)]);
    lines.sort((a, b) => a.number - b.number);
  } finally {
    await close();
  }
  return lines;
}

/** Puts one promise to the test; it counts as kept only when its planted fault is caught too. What breaks on the way breaks the promise. */
export async function testOne(promise: TrustPromise, kitFor: ReturnType<typeof openKit>['kitFor']): Promise<TrustLine> {
  const began = performance.now();
  const kit = kitFor(promise.number);
  const { number, name, title } = promise;
  const about = { number, name, title, seed: kit.seed };
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const { cases, figure, ok, notes } = await promise.run(kit);
    const faultCaught = await promise.plantedFault(kitFor(number));
    return { ...about, cases, figure, kept: ok && faultCaught, faultCaught, seconds: seconds(), notes: [...notes, ...kit.shortened] };
  } catch (error) {
    const notes = [String((error as Error)?.stack ?? error)];
    return { ...about, cases: 0, figure: 'could not be tested', kept: false, faultCaught: false, seconds: seconds(), notes };
  }
}
