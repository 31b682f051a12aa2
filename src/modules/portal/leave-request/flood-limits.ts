import { RateLimiterMemory } from 'rate-limiter-flexible';

const MINUTES = 10;
/** A hub's visitors share one connection, and a class may write together: forty letters in ten minutes are no flood. */
export const LETTERS_OF_A_CONNECTION = 40;
/** A network of many hubs; beyond it somebody is pouring. */
export const LETTERS_OF_A_NETWORK = 600;

const ofAConnection = new RateLimiterMemory({ keyPrefix: 'letter-from', points: LETTERS_OF_A_CONNECTION, duration: MINUTES * 60 });
const ofANetwork = new RateLimiterMemory({ keyPrefix: 'letter', points: LETTERS_OF_A_NETWORK, duration: MINUTES * 60 });

/**
 * Counts one letter before it is sealed; gives the minutes to wait, 0 when it may come in. A connection that pours is stopped
 * before it counts for the network, so that it does not shut the door for others. Kept in memory only, for ten minutes: the
 * address a letter came from is written nowhere.
 */
export async function countLetter(network: string, from: string | null | undefined): Promise<number> {
  const own = from ? await ofAConnection.penalty(`${network}|${lineOf(from)}`) : null;
  if (own && own.consumedPoints > LETTERS_OF_A_CONNECTION) return Math.ceil(own.msBeforeNext / 60_000);
  const all = await ofANetwork.penalty(network);
  return all.consumedPoints > LETTERS_OF_A_NETWORK ? Math.ceil(all.msBeforeNext / 60_000) : 0;
}

/** One line has many addresses in IPv6: its first four groups tell lines apart. */
const lineOf = (from: string): string => (from.includes(':') && !from.includes('.') ? from.split(':').slice(0, 4).join(':') : from);
