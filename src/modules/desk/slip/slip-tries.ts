import { RateLimiterMemory } from 'rate-limiter-flexible';

const soon = new RateLimiterMemory({ keyPrefix: 'slip', points: 5, duration: 15 * 60 });
const day = new RateLimiterMemory({ keyPrefix: 'slip-day', points: 20, duration: 24 * 60 * 60 });

/**
 * Counts one try on a code, whether such a slip exists or not: five in a quarter of an hour, twenty in a day. Gives the minutes
 * to wait, 0 when this try is still allowed. Kept in memory: a restart forgets them.
 */
export async function countTry(network: string, code: string): Promise<number> {
  const key = `${network}|${code}`;
  const [now, today] = [await soon.penalty(key), await day.penalty(key)];
  const waits = [now.consumedPoints > 5 ? now.msBeforeNext : 0, today.consumedPoints > 20 ? today.msBeforeNext : 0];
  return Math.ceil(Math.max(...waits) / 60_000);
}

/** The right word was given: the next quarter of an hour begins anew. */
export const forgetTries = (network: string, code: string): Promise<boolean> => soon.delete(`${network}|${code}`);
