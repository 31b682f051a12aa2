import { randomInt } from 'node:crypto';
import { foldDigits } from '#core/text/fold.ts';

// Crockford's: no letter that is mistaken for a digit when read aloud. The codes of the ordinary desk are written the same way.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const inTwo = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A new code by which colleagues speak of a file: `7K2M-Q4XD`, drawn by chance, saying nothing. */
export const newFileCode = (): string => inTwo(Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join(''));

/** A code as it was typed (small letters, spaces, O for 0, I or L for 1) as it is kept. */
export const readCode = (typed: string): string =>
  inTwo(foldDigits(typed).toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'));
