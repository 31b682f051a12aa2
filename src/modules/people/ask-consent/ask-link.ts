import { createHash, randomBytes } from 'node:crypto';
import { text } from '#core/input.ts';

/** Days a question left with her may be answered. */
export const askDays = 14;

/** A token of 32 bytes, kept nowhere: only its fingerprint is. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The fingerprint by which row-level security finds the one question of a link. */
export const askHash = (token: string): Buffer => createHash('sha256').update(Buffer.from(token, 'base64url')).digest();

/** A token as it stands in an address. */
export const askToken = () => text(60);
