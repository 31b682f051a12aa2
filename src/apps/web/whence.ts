import type { Context } from 'hono';

const OWN = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * The address a request comes from, or null when it has none (a test, a program inside the house). Behind the proxy on this
 * machine it is the last hop the proxy wrote; whoever reaches us directly cannot make one up.
 */
export function whence(c: Context): string | null {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
  if (!socket) return null;
  const told = OWN.has(socket) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told ? told.slice(0, 60) : socket;
}
