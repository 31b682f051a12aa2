/** What a file's first bytes say it is; only a first guess, each kind is then read whole. */
export type Guess = 'picture' | 'heic' | 'pdf' | 'zip' | 'other';

const pictures = new Set(['ffd8ff', '89504e47']);
/** Brands of the picture format of telephones that needs a patented decoder, which we do not carry. */
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** Tells a file's kind by its first bytes; its name and what the browser said of it are not asked. */
export function looksLike(file: Buffer): Guess {
  const ascii = (from: number, to: number): string => file.toString('latin1', from, to);
  if (pictures.has(file.toString('hex', 0, 3)) || pictures.has(file.toString('hex', 0, 4))) return 'picture';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'picture';
  if (ascii(4, 8) === 'ftyp') {
    if (['avif', 'avis'].includes(ascii(8, 12))) return 'picture';
    if (heicBrands.has(ascii(8, 12))) return file.toString('latin1', 16, 64).includes('avif') ? 'picture' : 'heic';
  }
  if (ascii(0, 5) === '%PDF-') return 'pdf';
  return ascii(0, 4) === 'PK\u0003\u0004' ? 'zip' : 'other';
}

const markup = /<(?:!doctype\s+html|html|script|svg|iframe|object|embed|body|img)[\s/>]/i;
/** Far enough for every program that guesses a type from a file's beginning. */
const guessed = 4_096;

/** Is this file also another one: a page in its first bytes, or a zip at its end? Each reader would see what it looks for. */
export function isMixed(file: Buffer): boolean {
  if (markup.test(file.toString('latin1', 0, guessed))) return true;
  return file.subarray(-65_557).includes('PK\u0005\u0006', 0, 'latin1');
}
