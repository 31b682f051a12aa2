import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The `webhook-signature` of a message by the Standard Webhooks scheme: HMAC-SHA256 over "id.timestamp.body", one part `v1,…` in
 * base64 for each secret that is valid now. The timestamp is in whole seconds since 1970.
 */
export const signature = (secrets: readonly Buffer[], { id, timestamp, body }: { id: string; timestamp: number; body: string }): string =>
  secrets.map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ');

/** Did whoever holds the secret sign this message? Each of the signatures in the header is tried, and none is quicker than another. */
export const isSigned = (secret: Buffer, given: string, message: { id: string; timestamp: number; body: string }): boolean => {
  const right = Buffer.from(signature([secret], message));
  return given.split(' ').some((each) => each.length === right.length && timingSafeEqual(Buffer.from(each, 'latin1'), right));
};
