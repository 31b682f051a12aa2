import { createHash, randomBytes, randomInt } from 'node:crypto';
import { openBytes, sealBytes } from '#core/crypto/envelope.ts';

type Blind = (label: string, word: string) => Buffer;

const letters = 'abcdefghjkmnpqrstvwxyz23456789';
const placeOf = (leave: string) => ({ table: 'exchange.leave', column: 'sealed_words', row: leave });

/** A new link's secret part: 32 random bytes. */
export const newLeaveToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of it. */
export const leaveHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What opens the file: five groups of four letters, drawn at random (98 bits), easy to read over the phone. */
export const newFileWords = (): string =>
  Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')).join('-');

/** Seals the file's words under a key made from the link: the database alone opens nothing. */
export const sealWords = (blind: Blind, token: string, leave: string, words: string): Buffer => sealBytes(blind('leave-words', token), placeOf(leave), Buffer.from(words));

/** Opens what `sealWords` sealed. */
export const openWords = (blind: Blind, token: string, leave: string, sealed: Buffer): string => openBytes(blind('leave-words', token), placeOf(leave), sealed).toString('utf8');
