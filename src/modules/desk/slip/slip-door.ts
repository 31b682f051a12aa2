import { createHash, randomBytes } from 'node:crypto';

type Blind = (label: string, word: string) => Buffer;

/** The only trace of the spoken word: a keyed hash of it together with the code. */
export const doorOf = (blind: Blind, code: string, word: string): Buffer => blind('slip-door', `${code}|${word}`);

/** A pass of its own, given in exchange for the right word; only its hash is kept. */
export const newPass = (): string => randomBytes(24).toString('base64url');

/** The hash under which a pass is kept. */
export const passHash = (pass: string): Buffer => createHash('sha256').update(pass).digest();

/** How long a pass shows the status, in minutes. */
export const passMinutes = 15;
