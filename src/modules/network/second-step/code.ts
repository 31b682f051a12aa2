import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

const PERIOD_SECONDS = 30;
const DRIFT_STEPS = 20;

/** Six digits as they are typed: any digits of the region, spaces left out. */
export const sixDigits = () =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.replace(/[\s\u2066-\u2069-]/g, '').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)) : typed),
    z.string().min(1).regex(/^\d{6}$/),
  );

const totpOf = (secret: Buffer, label = '') =>
  new TOTP({ issuer: 'Hadina', label, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });

/** The half-minute that a moment lies in, counted as RFC 6238 does. */
export const stepAt = (now: Date): bigint => BigInt(Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS));

/** The half-minute whose code this is, at most one before or after now; null when it is no code of these three. */
export function stepOfCode(secret: Buffer, code: string, now: Date): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : stepAt(now) + BigInt(delta);
}

/** How many minutes the phone's clock is off, when the code is one of the ten minutes before or after: above 0 when it goes slow, below when it goes fast; 0 when it is none of them. */
export function minutesOff(secret: Buffer, code: string, now: Date): number {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: DRIFT_STEPS });
  return delta === null ? 0 : -Math.sign(delta) * Math.ceil((Math.abs(delta) * PERIOD_SECONDS) / 60);
}

/** What the authenticator app reads from the picture: `otpauth://totp/…`. */
export const addressForApp = (secret: Buffer, login: string): string => totpOf(secret, login).toString();

/** The secret as it is typed by hand: groups of four in base 32. */
export const secretForHand = (secret: Buffer): string =>
  new Secret({ buffer: Uint8Array.from(secret).buffer }).base32.replace(/(.{4})(?=.)/g, '$1 ');
