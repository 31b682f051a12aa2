import { setTimeout as wait } from 'node:timers/promises';
import { WeightLimit } from '#core/files/weight-limit.ts';

/** So many questions of one asker are answered at once; what a browser opens by itself beside a page is less. */
const AT_ONCE = 3;
const MOST_WAITING = 60;
/** Who is slow in saying what she asks keeps her turn for so long; then the next one's begins beside hers. */
const LONGEST_MS = 2_000;
/** Whoever asks on and on has this part of the house's time, and what somebody may use before that is asked of her. */
const SHARE = 1 / 4;
const AT_HER_EASE_MS = 150;
/** A turn counts at least so much, because the house and its database do more for it than can be seen here, and no more than that: who opens one heavy page hardly waits for the next. */
const [LEAST_COUNTED_MS, MOST_COUNTED_MS] = [15, 100];
const MOST_ASKERS = 20_000;

/** Answers by turns: does the work once it is this asker's turn; null when too many of hers wait already and it was not done. */
export type Turns = <R>(whose: string, work: () => Promise<R>) => Promise<R | null>;

interface Asker {
  readonly line: WeightLimit;
  /** Who has used more than her ease goes one by one. */
  readonly oneByOne: WeightLimit;
  inside: number;
  /** Milliseconds of the house's time that she used and that have not passed yet, and when that was reckoned. */
  used: number;
  at: number;
}

/**
 * Lets each asker have a few questions at once; her others wait in a line of her own, so that whoever asks a thousand things makes nobody wait but herself. Who asks
 * on and on without a pause is answered one by one, with a pause behind each that leaves three quarters of the time to others. `clock`: milliseconds that never go back.
 */
export function openTurns({ atOnce = AT_ONCE, mostWaiting = MOST_WAITING, longest = LONGEST_MS, ease = AT_HER_EASE_MS, clock = () => performance.now() } = {}): Turns {
  const askers = new Map<string, Asker>();
  const askerOf = (whose: string): Asker => {
    const known = askers.get(whose);
    if (known) return known;
    if (askers.size >= MOST_ASKERS) for (const [each, asker] of askers) if (asker.inside === 0) askers.delete(each);
    const asker: Asker = { line: new WeightLimit(atOnce, mostWaiting), oneByOne: new WeightLimit(1, atOnce), inside: 0, used: 0, at: clock() };
    askers.set(whose, asker);
    return asker;
  };
  return async (whose, work) => {
    const asker = askerOf(whose);
    asker.inside += 1;
    const answered = async () => {
      const began = clock();
      const working = work();
      // What it comes to is told to whoever asked, below.
      await Promise.race([working.catch(() => {}), wait(longest, undefined, { ref: false })]);
      asker.used = usedNow(asker, clock()) + Math.min(MOST_COUNTED_MS, Math.max(LEAST_COUNTED_MS, clock() - began));
      return { working };
    };
    try {
      const begun = await asker.line.carry(1, async () => {
        if (usedNow(asker, clock()) <= ease) return answered();
        return asker.oneByOne.carry(1, async () => {
          const over = usedNow(asker, clock()) - ease;
          if (over > 0) await wait(over / SHARE);
          return answered();
        });
      });
      return begun && (await begun.working);
    } finally {
      asker.inside -= 1;
      if (asker.inside === 0 && usedNow(asker, clock()) === 0) askers.delete(whose);
    }
  };
}

/** What she used and has not passed yet, reckoned for this moment. */
function usedNow(asker: Asker, now: number): number {
  asker.used = Math.max(0, asker.used - (now - asker.at) * SHARE);
  asker.at = now;
  return asker.used;
}
