import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

const OWN = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What a request tells of where it comes from: its socket, and what the proxy in front wrote. */
export interface Whence {
  readonly socket: string | undefined;
  readonly told: string | undefined;
}

/** Where a request of the router comes from. */
export const whenceOf = (c: Context): Whence => ({
  socket: (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress,
  told: c.req.header('x-forwarded-for'),
});

/** Where a bare request comes from. */
export const whenceOfRequest = ({ socket, headers }: IncomingMessage): Whence => ({ socket: socket.remoteAddress, told: headers['x-forwarded-for']?.toString() });

/**
 * The address a request comes from, or null when it has none (a test, a program inside the house). Behind the proxy on this
 * machine it is the last hop the proxy wrote; whoever reaches us directly cannot make one up.
 */
export const whence = (c: Context): string | null => addressOf(whenceOf(c));

function addressOf({ socket, told }: Whence): string | null {
  if (!socket) return null;
  const hop = OWN.has(socket) ? told?.split(',').at(-1)?.trim() : undefined;
  return hop ? hop.slice(0, 60) : socket;
}

/** The line a request comes by: in IPv6 the first four groups tell lines apart; null for this machine itself and for none. */
export function connectionOf(from: Whence): string | null {
  const address = addressOf(from);
  if (address === null || OWN.has(address)) return null;
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
