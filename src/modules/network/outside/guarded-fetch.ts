import type { CustomFetch } from 'openid-client';
import type { Outbound } from '#core/outbound/outbound.ts';

const WAIT_MS = 5_000;

/** The way out that the sign-in of another house uses: the one guarded way of the house, waiting five seconds at most. */
export const guardedFetch = (outbound: Outbound): CustomFetch => async (address, { method, headers, body }) => {
  const answer = await outbound.send(address, {
    method: method === 'POST' ? 'POST' : 'GET', headers, milliseconds: WAIT_MS, ...(body === undefined || body === null ? {} : { body: String(body) }),
  });
  return new Response(answer.body.length ? Uint8Array.from(answer.body) : null, { status: answer.status, headers: { 'content-type': String(answer.headers['content-type'] ?? '') } });
};
