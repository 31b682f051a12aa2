import { createHmac } from 'node:crypto';

/**
 * The `webhook-signature` of a message by the Standard Webhooks scheme: HMAC-SHA256 over "id.timestamp.body", one part `v1,…` in
 * base64 for each secret that is valid now. The timestamp is in whole seconds since 1970.
 */
export const signature = (secrets: readonly Buffer[], { id, timestamp, body }: { id: string; timestamp: number; body: string }): string =>
  secrets.map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ');
