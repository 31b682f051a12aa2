import { createHash } from 'node:crypto';
import { readSlipCode } from '#core/text/slip-code.ts';

type Blind = (label: string, word: string) => Buffer;

/** The code in a card's square: 128 bits that only the house's key gives, so that it is kept nowhere and a sheet can be printed again. */
export const cardCode = (blind: Blind, card: string): string => blind('card', card).subarray(0, 16).toString('base64url');

/** Its fingerprint, as the card's row keeps it. */
export const cardHash = (code: string): Buffer => createHash('sha256').update(Buffer.from(code, 'base64url')).digest();

/**
 * The fingerprint by which row-level security finds the card that was brought: its number as somebody types it, its code, or the whole address that a camera
 * read. What is none of these gives a fingerprint that no card has.
 */
export function cardLink(brought: string): Buffer {
  const number = readSlipCode(brought);
  return number ? createHash('sha256').update(number).digest() : cardHash(brought.split('/').at(-1)!);
}
