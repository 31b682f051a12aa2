import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 ** 2 };

/** What six words become: 32 bytes that open, and 32 bytes by which one knows that they would. */
export interface WordKey {
  readonly key: Buffer;
  readonly check: Buffer;
}

/** Makes the key of her words by scrypt (32 MiB, some tens of milliseconds) with the salt of this parcel alone. */
export async function wordKey(words: readonly string[], salt: Buffer): Promise<WordKey> {
  const made = await derive(words.join(' ').normalize('NFC'), salt, 64, cost);
  return { key: made.subarray(0, 32), check: made.subarray(32) };
}

/** Are these the words? Compared without telling how far they agree. */
export const isWordKey = ({ check }: WordKey, kept: Buffer): boolean => kept.length === check.length && timingSafeEqual(check, kept);
