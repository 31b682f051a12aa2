import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Before } from '#core/action.ts';
import { Refusal } from '#core/refusal.ts';

const MINUTES = 15;
const KNOCKS_OF_A_PLACE = 60;
const KNOCKS = 5;
const KNOCKS_A_DAY = 20;
const DAY_MINUTES = 24 * 60;

// Addresses stay in memory: they are never written.
const ofAPlace = new RateLimiterMemory({ keyPrefix: 'her-door-from', points: KNOCKS_OF_A_PLACE, duration: MINUTES * 60 });

/**
 * Counts one knock at a code before anything is looked at, whether such a door exists or not: five in a quarter of an hour, twenty a
 * day, sixty from one address. Beyond that it throws `confidential.door-wait` with the minutes; no connection to what is protected is
 * taken. The everyday word of the same slip is counted apart and never sets these free.
 */
export async function countingKnocks<X>({ actor, tries, blind }: Before<unknown>, code: string, run: () => Promise<X>): Promise<X> {
  const place = actor.from ? await ofAPlace.penalty(actor.from) : null;
  const knocked = { network: actor.network, whose: blind('slip-tries', code) };
  const soon = await tries.count({ ...knocked, kind: 'slip' }, MINUTES);
  const today = await tries.count({ ...knocked, kind: 'slip of a day' }, DAY_MINUTES);
  const seconds = Math.max(
    place && place.consumedPoints > KNOCKS_OF_A_PLACE ? place.msBeforeNext / 1_000 : 0, soon.points > KNOCKS ? soon.seconds : 0, today.points > KNOCKS_A_DAY ? today.seconds : 0,
  );
  if (seconds > 0) throw new Refusal('confidential.door-wait', { minutes: Math.ceil(seconds / 60) });
  const result = await run();
  await tries.giveBack({ ...knocked, kind: 'slip' });
  return result;
}
