import { randomInt } from 'node:crypto';
import { foldDigits } from './fold.ts';

/** Letters and digits that are not taken for one another on a worn paper: no B/8, I/1, O/0/Q, S/5, Z/2, G/6. */
const alphabet = 'ACDEFHJKLMNPRTUVWXY3479';
const length = 8;

/** A new code for a slip; about 7 × 10¹⁰ are possible. */
export const newSlipCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A code as somebody types it, without its spaces and dashes and in capitals; empty when it cannot be one. */
export function readSlipCode(typed: string): string {
  const plain = foldDigits(typed).toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === length && [...plain].every((letter) => alphabet.includes(letter)) ? plain : '';
}

/** A code as it is printed and read aloud: `K7Y4-M3XP`. */
export const spelledCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
