import { createHash } from 'node:crypto';
import { text } from '#core/input.ts';

/** The token of a wallet's link: 32 bytes that only the house's key gives, so that it is kept nowhere. */
export const walletToken = (blind: (label: string, word: string) => Buffer, door: string): string => blind('wallet-door', door).toString('base64url');

/** Its fingerprint, by which row-level security finds whose wallets it opens. */
export const walletHash = (token: string): Buffer => createHash('sha256').update(Buffer.from(token, 'base64url')).digest();

/** A token as it stands in an address. */
export const walletTokenText = () => text(60);
