import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';

const ARGON2ID = 2;
const cost = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Asking's keyed fingerprint: the pepper comes from it, so that a stolen table alone cannot be tried against guesses. */
type Blind = (label: string, word: string) => Buffer;
const pepper = (blind: Blind): Buffer => blind('password-pepper', '');

// What a loader drew by chance (74 bits) is not guessed: it is hashed lightly, or a demo would spend its minutes on passwords.
const lightCost = { ...cost, memoryCost: 64, timeCost: 1 } as const;

/** A password's hash for the account table: argon2id, 64 MiB, three rounds, with the house's secret; `drawn`: lightly, for the demo's. */
export const hashPassword = (blind: Blind, password: string, { drawn = false } = {}): Promise<string> =>
  hash(password.normalize('NFC'), { ...(drawn ? lightCost : cost), secret: pepper(blind) });

/** Was this hash made at another price than today's? Then the next right password is hashed anew. */
export const wantsRehash = (kept: string): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`);

let decoy: Promise<string> | undefined;

/**
 * Is this the password? A missing account is tried against a decoy, so that yes, no and "nobody" cost the same time.
 * Gives false for a missing account whatever is typed.
 */
export async function isPassword(blind: Blind, kept: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(24).toString('hex'), { ...cost, secret: pepper(blind) });
  const against = kept ?? (await decoy);
  const fits = await verify(against, password.normalize('NFC'), { secret: pepper(blind) });
  return fits && kept != null;
}

/** Why a password would not protect her, or null: too short (12 characters at least), on every guesser's list, or her own login. */
export function weaknessOf(password: string, login: string): 'password-too-short' | 'password-too-common' | null {
  const plain = password.normalize('NFC').toLowerCase();
  if ([...plain].length < 12) return 'password-too-short';
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const name = login.split('@')[0]!;
  const guessable =
    commonPasswords.has(letters) || new Set(plain).size <= 4 || isRun(letters) || (name.length >= 4 && letters.startsWith(name) && /^\d*$/.test(letters.slice(name.length)));
  return guessable ? 'password-too-common' : null;
}

/** Every character follows the one before it, up or down: 123456789012, abcdefghijkl. */
const isRun = (text: string): boolean =>
  [1, -1].some((step) => [...text].every((c, i) => i === 0 || [step, step - 10 * Math.sign(step)].includes(c.codePointAt(0)! - text.codePointAt(i - 1)!)));

const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over once: four groups of four characters that cannot be taken for each other. 79 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')).join('-');
