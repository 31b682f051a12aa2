import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type OutgoingHttpHeaders, request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why another machine was not asked, or gave no usable answer. */
export type OutboundFault =
  | 'no-address' | 'not-https' | 'carries-password' | 'not-public' | 'not-found' | 'redirected' | 'too-slow' | 'too-big' | 'unreachable';

/** The house did not call out, or hung up; `fault` says why. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
  constructor(readonly fault: OutboundFault) {
    super(`outbound ${fault}`);
  }
}

export interface Outgoing {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the whole exchange may take. */
  readonly milliseconds?: number;
  /** The longest answer that is read; what comes after is not waited for. */
  readonly mostBytes?: number;
}

export interface Incoming {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly milliseconds: number;
}

/** The one way out of the house. */
export interface Outbound {
  /** Says what is wrong with an address before anything is sent, or null: it is https and stands on the open internet now. */
  check(address: string): Promise<OutboundFault | null>;
  /** Asks another server. Throws OutboundRefused; a redirect is never followed. */
  send(address: string, outgoing?: Outgoing): Promise<Incoming>;
}

interface Allowance {
  /** Origins that are let through as they are: a receiver of a test, on this machine. */
  readonly origins?: readonly string[];
  /** Finds the addresses of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

const WAIT_MS = 10_000;
const FIND_MS = 4_000;
const MOST_BYTES = 256 * 1024;

/**
 * Opens the way out. A name is looked up once for each call and the connection goes to the very address that was checked, so
 * that a name which changes its mind in between reaches nothing inside (DNS rebinding).
 */
export function openOutbound({ origins = [], resolve = addressesOf }: Allowance = {}): Outbound {
  const place = async (address: string): Promise<{ url: URL; at: string | null }> => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url) throw new OutboundRefused('no-address');
    if (origins.includes(url.origin)) return { url, at: null };
    if (url.protocol !== 'https:') throw new OutboundRefused('not-https');
    if (url.username || url.password) throw new OutboundRefused('carries-password');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host) ? [host] : await resolve(host).catch(() => []);
    if (!found.length) throw new OutboundRefused('not-found');
    // One inner address among outer ones is enough: which of them would be used is not ours to say.
    if (!found.every(isPublicAddress)) throw new OutboundRefused('not-public');
    return { url, at: found[0]! };
  };
  return {
    check: (address) => place(address).then(() => null, (error: Error) => (error instanceof OutboundRefused ? error.fault : 'unreachable')),
    send: async (address, outgoing = {}) => {
      const { url, at } = await place(address);
      return exchange(url, at, outgoing);
    },
  };
}

async function addressesOf(host: string): Promise<string[]> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new OutboundRefused('not-found')), FIND_MS).unref());
  return (await Promise.race([lookup(host, { all: true }), late])).map(({ address }) => address);
}

function exchange(url: URL, at: string | null, { method = 'GET', headers = {}, body, milliseconds = WAIT_MS, mostBytes = MOST_BYTES }: Outgoing): Promise<Incoming> {
  const began = performance.now();
  const pinned: LookupFunction = (_, { all }, found) =>
    all ? found(null, [{ address: at!, family: isIP(at!) }]) : found(null, at!, isIP(at!));
  const length: OutgoingHttpHeaders = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((answered, failed) => {
    const open = url.protocol === 'http:' ? plainRequest : request;
    const call = open(url, { method, headers: { ...headers, ...length }, agent: false, ...(at ? { lookup: pinned } : {}) }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) return hangUp('redirected');
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) return hangUp('too-big');
        parts.push(part);
      });
      answer.on('error', () => hangUp('unreachable'));
      answer.on('end', () => {
        clearTimeout(limit);
        answered({ status, headers: answer.headers, body: Buffer.concat(parts), milliseconds: Math.round(performance.now() - began) });
      });
    });
    const hangUp = (fault: OutboundFault): void => {
      clearTimeout(limit);
      failed(new OutboundRefused(fault));
      call.destroy();
    };
    const limit = setTimeout(() => hangUp('too-slow'), milliseconds);
    call.on('error', () => hangUp('unreachable'));
    call.end(body);
  });
}
