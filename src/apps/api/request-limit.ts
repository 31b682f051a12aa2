import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { whence } from '../web/whence.ts';

/** Requests a minute: for one token, and for one connection without a token (a hub shares one with everybody in it). */
const PER_TOKEN = 1_200;
const PER_CONNECTION = 600;

/** What a caller may still ask in this minute. */
export interface Allowance {
  readonly within: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** Opens the counters of one process. A request from inside the house (no connection) is not counted. */
export function openRequestLimit({ token = PER_TOKEN, connection = PER_CONNECTION } = {}): (c: Context) => Promise<Allowance> {
  const tokens = new RateLimiterMemory({ points: token, duration: 60 });
  const connections = new RateLimiterMemory({ points: connection, duration: 60 });
  return async (c): Promise<Allowance> => {
    const from = whence(c);
    if (from === null) return { within: true, headers: {}, seconds: 0 };
    const bearer = c.req.header('authorization');
    // Kept for a minute in memory, as a fingerprint: neither a token nor an address.
    const whose = createHash('sha256').update(bearer ?? from).digest('base64url').slice(0, 22);
    const [limiter, limit] = bearer ? [tokens, token] : [connections, connection];
    const counted = await limiter.consume(whose).then((res) => ({ res, within: true }), (res: unknown) => ({ res: res as RateLimiterRes, within: false }));
    const seconds = Math.ceil(counted.res.msBeforeNext / 1_000);
    return {
      within: counted.within, seconds,
      headers: { 'RateLimit-Limit': String(limit), 'RateLimit-Remaining': String(Math.max(0, counted.res.remainingPoints)), 'RateLimit-Reset': String(seconds) },
    };
  };
}
