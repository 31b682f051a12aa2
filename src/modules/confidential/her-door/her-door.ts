import { createHash, randomBytes } from 'node:crypto';

type Blind = (label: string, word: string) => Buffer;

/** The only trace of the words: a keyed hash of them together with the code. 32 bytes. */
export const herDoorOf = (blind: Blind, code: string, words: string): Buffer => blind('her-door', `${code}|${words}`);

/** A pass given in exchange for the right words; only its hash is kept. */
export const newHerPass = (): string => randomBytes(24).toString('base64url');

/** The hash under which a pass is kept. 32 bytes. */
export const herPassHash = (pass: string): Buffer => createHash('sha256').update(pass).digest();

/** How long a pass reads. */
export const PASS_MS = 15 * 60_000;
/** How long words open before new ones are due. */
export const DOOR_MS = 180 * 86_400_000;
