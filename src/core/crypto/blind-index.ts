import { createHmac } from 'node:crypto';

/** A keyed fingerprint of a word: equal words meet, and nobody without the key can go back from it. 32 bytes. */
export const blind = (key: Buffer, label: string, word: string): Buffer =>
  createHmac('sha256', key).update(label).update('\0').update(word).digest();
