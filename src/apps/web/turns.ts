import { setTimeout as wait } from 'node:timers/promises';
import { WeightLimit } from '#core/files/weight-limit.ts';

/** So many questions of one asker are answered at once; what a browser opens by itself beside a page is less. */
const AT_ONCE = 3;
const MOST_WAITING = 60;
/** Who is slow in saying what she asks keeps her turn for so long; then the next one's begins beside hers. */
const LONGEST_MS = 2_000;

/** Answers by turns: does the work once it is this asker's turn; null when too many of hers wait already and it was not done. */
export type Turns = <R>(whose: string, work: () => Promise<R>) => Promise<R | null>;

/**
 * Lets each asker have a few questions at once; her others wait in a line of her own, so that whoever asks a thousand things makes nobody wait but herself.
 * Nothing is kept of askers who wait for nothing.
 */
export function openTurns({ atOnce = AT_ONCE, mostWaiting = MOST_WAITING, longest = LONGEST_MS } = {}): Turns {
  const askers = new Map<string, { readonly line: WeightLimit; inside: number }>();
  return async (whose, work) => {
    const asker = askers.get(whose) ?? { line: new WeightLimit(atOnce, mostWaiting), inside: 0 };
    askers.set(whose, asker);
    asker.inside += 1;
    try {
      const begun = await asker.line.carry(1, async () => {
        const working = work();
        // What it comes to is told to whoever asked, below.
        await Promise.race([working.catch(() => {}), wait(longest, undefined, { ref: false })]);
        return { working };
      });
      return begun && (await begun.working);
    } finally {
      asker.inside -= 1;
      if (asker.inside === 0) askers.delete(whose);
    }
  };
}
