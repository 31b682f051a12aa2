import { RateLimiterMemory } from 'rate-limiter-flexible';

const MINUTES = 10;
/** Shops of one street may share a connection; ten applications in ten minutes are no flood. */
export const APPLICATIONS_OF_A_CONNECTION = 10;
/** Beyond it somebody is pouring. */
const APPLICATIONS_OF_A_NETWORK = 200;

const ofAConnection = new RateLimiterMemory({ keyPrefix: 'shop-from', points: APPLICATIONS_OF_A_CONNECTION, duration: MINUTES * 60 });
const ofANetwork = new RateLimiterMemory({ keyPrefix: 'shop', points: APPLICATIONS_OF_A_NETWORK, duration: MINUTES * 60 });

/** Counts one application; gives the minutes to wait, 0 when it may come in. In memory only, for ten minutes: where it came from is written nowhere. */
export async function countApplication(network: string, from: string | null | undefined): Promise<number> {
  // One line has many addresses in IPv6: its first four groups tell lines apart.
  const line = from?.includes(':') && !from.includes('.') ? from.split(':').slice(0, 4).join(':') : from;
  const own = line ? await ofAConnection.penalty(`${network}|${line}`) : null;
  if (own && own.consumedPoints > APPLICATIONS_OF_A_CONNECTION) return Math.ceil(own.msBeforeNext / 60_000);
  const all = await ofANetwork.penalty(network);
  return all.consumedPoints > APPLICATIONS_OF_A_NETWORK ? Math.ceil(all.msBeforeNext / 60_000) : 0;
}
