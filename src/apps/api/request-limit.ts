import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { whence } from '../web/whence.ts';

/** Requests a minute: for one token, and for one connection without a token (a hub shares one with everybody in it). */
const PER_TOKEN = 1_200;
const PER_CONNECTION = 600;
/** Tokens a minute that a connection may bring for the first time: made-up ones gain nothing by being many. */
const NEW_TOKENS = 120;
/** A body counts as one request more for each so many bytes; one that does not say how big it is as so many requests. */
const BYTES_A_REQUEST = 32 * 1024;
const UNTOLD = 16;
const MOST_KNOWN = 5_000;

/** What a caller may still ask in this minute. */
export interface Allowance {
  readonly within: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** Counts the requests of one process. */
export interface RequestLimit {
  count(c: Context): Promise<Allowance>;
  /** Whose request it is: of a token that is known, else of a line; null from inside the house. */
  whose(c: Context): string | null;
  /** The token of this request opened something: it is no new one any more. */
  knows(c: Context): void;
}

/** Opens the counters of one process. A request from inside the house (no connection) is not counted. */
export function openRequestLimit({ token = PER_TOKEN, connection = PER_CONNECTION } = {}): RequestLimit {
  const [tokens, connections, newTokens] = [token, connection, NEW_TOKENS].map((points) => new RateLimiterMemory({ points, duration: 60 })) as [RateLimiterMemory, RateLimiterMemory, RateLimiterMemory];
  const known = new Set<string>();
  return {
    count: async (c) => {
      const from = whence(c);
      if (from === null) return { within: true, headers: {}, seconds: 0 };
      const bearer = c.req.header('authorization');
      if (bearer && !known.has(fingerprint(bearer))) {
        const first = await counted(newTokens, fingerprint(from), 1);
        if (!first.within) return allowanceOf(first, NEW_TOKENS);
      }
      const [limiter, limit] = bearer ? [tokens, token] : [connections, connection];
      return allowanceOf(await counted(limiter, fingerprint(bearer ?? from), weightOf(c)), limit);
    },
    whose: (c) => {
      const [from, bearer] = [whence(c), c.req.header('authorization')];
      return from === null ? null : fingerprint(bearer && known.has(fingerprint(bearer)) ? bearer : from);
    },
    knows: (c) => {
      const bearer = c.req.header('authorization');
      if (!bearer) return;
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(fingerprint(bearer));
    },
  };
}

/** Kept in memory, as a fingerprint: neither a token nor an address. */
const fingerprint = (of: string): string => createHash('sha256').update(of).digest('base64url').slice(0, 22);

/** What a request counts as: reading a megabyte of JSON costs the house as much as dozens of ordinary requests. */
function weightOf(c: Context): number {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return 1;
  const told = c.req.header('content-length');
  return told === undefined ? UNTOLD : 1 + Math.floor((Number(told) || 0) / BYTES_A_REQUEST);
}

interface Counted { readonly within: boolean; readonly res: RateLimiterRes }

const counted = (limiter: RateLimiterMemory, whose: string, points: number): Promise<Counted> =>
  limiter.consume(whose, points).then((res) => ({ res, within: true }), (res: unknown) => ({ res: res as RateLimiterRes, within: false }));

function allowanceOf({ within, res }: Counted, limit: number): Allowance {
  const seconds = Math.ceil(res.msBeforeNext / 1_000);
  return { within, seconds, headers: { 'RateLimit-Limit': String(limit), 'RateLimit-Remaining': String(Math.max(0, res.remainingPoints)), 'RateLimit-Reset': String(seconds) } };
}
