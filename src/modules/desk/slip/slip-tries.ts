import { RateLimiterMemory } from 'rate-limiter-flexible';

const soon = new RateLimiterMemory({ keyPrefix: 'slip', points: 5, duration: 15 * 60 });
const triesOfAPlace = 60;
const place = new RateLimiterMemory({ keyPrefix: 'slip-from', points: triesOfAPlace, duration: 15 * 60 });
const day = new RateLimiterMemory({ keyPrefix: 'slip-day', points: 20, duration: 24 * 60 * 60 });

/**
 * Counts one try on a code, whether such a slip exists or not: five in a quarter of an hour, twenty in a day; and sixty from one
 * address, so that nobody walks through codes. Gives the minutes to wait, 0 when this try is still allowed. Kept in memory: a
 * restart forgets them.
 */
export async function countTry(network: string, code: string, from: string | null = null): Promise<number> {
  const there = from ? await place.penalty(from) : null;
  if (there && there.consumedPoints > triesOfAPlace) return Math.ceil(there.msBeforeNext / 60_000);
  const key = `${network}|${code}`;
  const [now, today] = [await soon.penalty(key), await day.penalty(key)];
  const waits = [now.consumedPoints > 5 ? now.msBeforeNext : 0, today.consumedPoints > 20 ? today.msBeforeNext : 0];
  return Math.ceil(Math.max(...waits) / 60_000);
}

/** The right word was given: the next quarter of an hour begins anew, also for a desk or a library where many open theirs. */
export async function forgetTries(network: string, code: string, from: string | null = null): Promise<void> {
  await soon.delete(`${network}|${code}`);
  if (from) await place.reward(from);
}
