import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '#core/refusal.ts';

const MINUTES = 15;
const TRIES_OF_ONE = 6;
const TRIES_OF_A_PLACE = 60;

const ofOne = new RateLimiterMemory({ keyPrefix: 'password', points: TRIES_OF_ONE, duration: MINUTES * 60 });
const ofAPlace = new RateLimiterMemory({ keyPrefix: 'password-from', points: TRIES_OF_A_PLACE, duration: MINUTES * 60 });

/** Whose password is tried, and from where: a colleague who signs in from elsewhere is not locked out by whoever guesses. */
export interface Tried {
  readonly network: string;
  /** A login as typed, or the account whose screen is open. */
  readonly whose: string;
  readonly from: string | null | undefined;
}

const keyOf = ({ network, whose, from }: Tried): string => `${network}|${from ?? ''}|${whose}`;

/**
 * Counts one try before the password is looked at, whether such a login exists or not: six in a quarter of an hour for one login
 * from one address, sixty for an address. Beyond that it throws `core.too-many` (429) with the minutes to wait and nothing is
 * hashed. Kept in memory only: a restart forgets it, and so do fifteen minutes.
 */
export async function countPasswordTry(tried: Tried): Promise<void> {
  const place = tried.from ? await ofAPlace.penalty(tried.from) : null;
  const one = place && place.consumedPoints > TRIES_OF_A_PLACE ? null : await ofOne.penalty(keyOf(tried));
  const waits = [
    place && place.consumedPoints > TRIES_OF_A_PLACE ? place.msBeforeNext : 0,
    one && one.consumedPoints > TRIES_OF_ONE ? one.msBeforeNext : 0,
  ];
  const minutes = Math.ceil(Math.max(...waits) / 60_000);
  if (minutes > 0) throw new Refusal('core.too-many', { minutes }, undefined, { status: 429 });
}

/** The password was right: this login begins anew, and a place where many colleagues sign in is not counted for it. */
export async function forgetPasswordTries(tried: Tried): Promise<void> {
  await ofOne.delete(keyOf(tried));
  if (tried.from) await ofAPlace.reward(tried.from);
}
