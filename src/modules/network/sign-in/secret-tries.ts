import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Before } from '#core/action.ts';
import { Refusal } from '#core/refusal.ts';
import { deviceNumber, knowsDevice } from './known-device.ts';

const MINUTES = 15;
const TRIES_OF_ONE = 6;
const TRIES_OF_A_PLACE = 60;
const TRIES_ON_AN_ACCOUNT = 20;
const TRIES_ON_A_NETWORK = 600;

// Addresses stay in memory: they are never written. What concerns an account is counted in the database, for all processes.
const ofOne = new RateLimiterMemory({ keyPrefix: 'secret', points: TRIES_OF_ONE, duration: MINUTES * 60 });
const ofAPlace = new RateLimiterMemory({ keyPrefix: 'secret-from', points: TRIES_OF_A_PLACE, duration: MINUTES * 60 });

/** Which secret is tried, and whose: a login as it is kept, or the account whose screen is open. */
export interface Secret {
  readonly kind: 'password' | 'code';
  readonly whose: string;
}

/**
 * Counts one try before anything is looked at, whether such a login exists or not, then lets it be tried. In a quarter of an hour:
 * six of one login from one address, sixty from an address, twenty on an account from wherever, six hundred on a network. A device
 * that signed in before has six of its own and waits for nobody else. Beyond that it throws `core.too-many` (429) with the minutes
 * to wait and nothing is hashed. A try that was right is given back.
 */
export async function countingTries<X>(before: Before<unknown>, secret: Secret, run: (isKnown: boolean) => Promise<X>): Promise<X> {
  const { actor, blind } = before;
  if (actor.app === 'demo') return run(true);
  const isKnown = knowsDevice(blind, actor.door?.known, secret.whose);
  const counted = isKnown ? countOnDevice(before, secret) : countFromAnywhere(before, secret);
  const { seconds, giveBack } = await counted;
  if (seconds > 0) throw new Refusal('core.too-many', { minutes: Math.ceil(seconds / 60) }, undefined, { status: 429 });
  return run(isKnown).then(
    async (result) => { await giveBack(); return result; },
    async (error: unknown) => { if (!wasWrong(error)) await giveBack(); throw error; },
  );
}

interface Counted {
  /** How long to wait; 0: she may try. */
  readonly seconds: number;
  readonly giveBack: () => Promise<unknown>;
}

const wasWrong = (error: unknown): boolean => error instanceof Refusal && /\.(wrong|code)-/.test(error.code);

const tooMany = (of: { consumedPoints: number; msBeforeNext: number }, most: number): number =>
  of.consumedPoints > most ? Math.ceil(of.msBeforeNext / 1_000) : 0;

async function countOnDevice({ actor }: Before<unknown>, { kind, whose }: Secret): Promise<Counted> {
  const key = `${actor.network}|${kind}|${deviceNumber(actor.door?.known)}|${whose}`;
  return { seconds: tooMany(await ofOne.penalty(key), TRIES_OF_ONE), giveBack: () => ofOne.delete(key) };
}

async function countFromAnywhere({ actor, blind, tries }: Before<unknown>, { kind, whose }: Secret): Promise<Counted> {
  const { network, from } = actor;
  const key = `${network}|${kind}|${from ?? ''}|${whose}`;
  const place = from ? tooMany(await ofAPlace.penalty(from), TRIES_OF_A_PLACE) : 0;
  const one = place ? 0 : tooMany(await ofOne.penalty(key), TRIES_OF_ONE);
  if (place || one) return { seconds: Math.max(place, one), giveBack: async () => {} };
  const account = { network, kind: `${kind} of an account`, whose: blind('tries', whose) };
  const all = { network, kind: `${kind} in the network`, whose: Buffer.alloc(2) };
  const [onAccount, onNetwork] = [await tries.count(account, MINUTES), await tries.count(all, MINUTES)];
  const seconds = onAccount.points > TRIES_ON_AN_ACCOUNT ? onAccount.seconds : onNetwork.points > TRIES_ON_A_NETWORK ? onNetwork.seconds : 0;
  const giveBack = () => Promise.all([ofOne.delete(key), from ? ofAPlace.reward(from) : null, tries.giveBack(account), tries.giveBack(all)]);
  return { seconds, giveBack };
}
