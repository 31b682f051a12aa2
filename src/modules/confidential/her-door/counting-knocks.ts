import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Before } from '#core/action.ts';
import { Refusal } from '#core/refusal.ts';
import { DOOR_MS } from './her-door.ts';

const MINUTES = 15;
const KNOCKS_OF_A_PLACE = 60;
const KNOCKS = 5;
const KNOCKS_A_DAY = 20;
const DAY_MINUTES = 24 * 60;
/** As long as words open (DOOR_MS): of 117,600 ways to say three of fifty words, so many are tried at most. */
const WRONG_KNOCKS = 60;
const DOOR_MINUTES = DOOR_MS / 60_000;

// Addresses stay in memory: they are never written.
const ofAPlace = new RateLimiterMemory({ keyPrefix: 'her-door-from', points: KNOCKS_OF_A_PLACE, duration: MINUTES * 60 });

/**
 * Counts one knock at a code before anything is looked at, whether such a door exists or not: five in a quarter of an hour, twenty a
 * day, sixty from one address, and sixty wrong ones for as long as words open. Beyond that it throws `confidential.door-wait` with the minutes; no connection to what is protected is
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
  if (seconds > 0) throw waits(seconds);
  const ever = await tries.count({ ...knocked, kind: 'slip of a door' }, DOOR_MINUTES);
  if (ever.points > WRONG_KNOCKS) throw waits(ever.seconds);
  const result = await run();
  for (const kind of ['slip', 'slip of a day', 'slip of a door']) await tries.giveBack({ ...knocked, kind });
  return result;
}

const waits = (seconds: number): Refusal => {
  const minutes = Math.ceil(seconds / 60);
  return new Refusal('confidential.door-wait', { minutes, days: minutes > DAY_MINUTES ? Math.ceil(minutes / DAY_MINUTES) : 0 });
};
