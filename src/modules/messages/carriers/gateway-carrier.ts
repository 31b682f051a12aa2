import { type Outbound, OutboundRefused } from '#core/outbound/outbound.ts';
import type { TextChannel } from '../messages.ts';
import type { Carried, Carrier } from './carrier.ts';

const MOST_BYTES = 16 * 1024;

/**
 * Hands text messages to a gateway over HTTPS (`SMS_GATEWAY_URL`, `SMS_GATEWAY_TOKEN`): one POST with `{ id, channel, to, text }`. Any
 * answer from 200 to 299 means taken; from 400 to 499, except 408 and 429, means no for good.
 */
export const gatewayCarrier = (outbound: Outbound, url: string, token: string, channels: readonly TextChannel[]): Carrier => ({
  channels,
  carry: ({ id, channel, to, text }) => outbound.send(url, {
    method: 'POST', mostBytes: MOST_BYTES, body: JSON.stringify({ id, channel, to, text }),
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}`, 'idempotency-key': id },
  }).then(
    ({ status }): Carried => (status >= 200 && status < 300 ? { ok: true }
      : { ok: false, reason: 'gateway', again: status >= 500 || status === 408 || status === 429 }),
    (error: Error): Carried => ({ ok: false, reason: error instanceof OutboundRefused ? error.fault : 'unreachable', again: true }),
  ),
});
