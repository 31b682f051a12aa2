import { randomInt } from 'node:crypto';

// Without letters and digits that are mistaken for one another when read aloud.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A new code by which colleagues speak of a file: eight letters and digits drawn by chance. */
export const newFileCode = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A code as it was typed, with spaces or a dash, in small letters: as it is kept. */
export const readCode = (typed: string): string => typed.replace(/[^a-z0-9]/gi, '').toUpperCase();
