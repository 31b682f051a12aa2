import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token that forms of one browser carry: bound to its session or visit cookie, different for every one. */
export const csrfToken = (key: Buffer, cookie: string): string => createHmac('sha256', key).update(cookie).digest('base64url');

/** What a request must show before it may change anything: our own page as its origin, and the token of its own cookie. */
export function mayChange(key: Buffer, cookie: string | undefined, token: unknown, headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const from = headers.get('origin');
  if (from && from !== 'null' && from !== origin) return false;
  if (!cookie || typeof token !== 'string') return false;
  const wanted = Buffer.from(csrfToken(key, cookie));
  const given = Buffer.from(token);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
