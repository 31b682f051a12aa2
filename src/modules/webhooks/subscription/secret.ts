import { randomBytes } from 'node:crypto';
import type { Asking } from '#core/action.ts';
import { openBytes, sealBytes } from '#core/crypto/envelope.ts';

const BYTES = 32;
const PREFIX = 'whsec_';

/** A fresh secret as the Standard Webhooks scheme writes it: `whsec_` and 32 random bytes in base64. */
export const newSecret = (): string => `${PREFIX}${randomBytes(BYTES).toString('base64')}`;

/** The bytes of a secret, or null when it is not one: `whsec_` and 24 to 64 bytes in base64. */
export function secretBytes(secret: string): Buffer | null {
  const [, written] = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/.exec(secret) ?? [];
  const bytes = Buffer.from(written ?? '', 'base64');
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : null;
}

type Blind = Pick<Asking<unknown>, 'blind'>;

const place = (row: string) => ({ table: 'webhooks.subscription', column: 'secret', row });
/** Each subscription seals under a key of its own, made from the house's. */
const keyOf = ({ blind }: Blind, subscription: string): Buffer => blind('webhook-secret', subscription);

/** Seals a secret for its subscription. */
export const sealSecret = (asking: Blind, subscription: string, secret: Buffer): Buffer => sealBytes(keyOf(asking, subscription), place(subscription), secret);

/** Opens it again, to sign. */
export const openSecret = (asking: Blind, subscription: string, sealed: Buffer): Buffer => openBytes(keyOf(asking, subscription), place(subscription), sealed);
