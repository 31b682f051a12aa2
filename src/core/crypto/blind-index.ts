import { createHmac } from 'node:crypto';

/**
 * A keyed fingerprint of a word: equal words meet, and nobody without the key can go back from it. 32 bytes. They are copied into shared
 * memory: a file of persons asks for twenty a row, and as many small pieces of memory of their own cost more than the fingerprints.
 */
export const blind = (key: Buffer, label: string, word: string): Buffer =>
  Buffer.from(createHmac('sha256', key).update(`${label}\0${word}`).digest('binary'), 'latin1');
