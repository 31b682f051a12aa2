const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ھ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ۃ: 'ة',
};
const ligaturePattern = new RegExp(`[${Object.keys(ligatures).join('')}]`, 'gu');

/** Tatweel, the lone hamza, and every mark that takes no room: zero-width, bidi and other format characters. */
const unseen = /[ـءٴ\p{Cf}]/gu;
const apostrophes = /[’‘ʼʻʹʽʾʿ`´‛′＇]/gu;
const dashes = /[‐‑‒–—―−]/gu;

/** The ASCII digit of an Arabic-Indic (٠–٩) or Persian (۰–۹) digit. */
const asciiDigit = (digit: string) => String(digit.charCodeAt(0) & 15);

/** Writes Arabic-Indic and Persian digits as 0–9, e.g. `٠٩٨` → `098`; the rest is left as it is. */
export function foldDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, asciiDigit);
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/**
 * Writes a text in one plain spelling but keeps ة and ى, whose sound depends on them.
 * Hamza seats fold to their letter (أ→ا, ؤ→و, ئ→ي), accents and harakat go, case goes, white space is one space.
 */
export function foldSpelling(text: string): string {
  // Plain ASCII is most of what is typed at a French desk; it needs none of the rest.
  if (/^[\x21-\x7e]+( [\x21-\x7e]+)*$/u.test(text) && !text.includes('`')) return text.toLowerCase();
  // Lower case first splits some letters (İ), so marks are stripped once more after it.
  const plain = withoutMarks(withoutMarks(text).toLowerCase())
    .replace(ligaturePattern, (letter) => ligatures[letter] ?? letter)
    .replace(unseen, '')
    .replace(apostrophes, "'")
    .replace(dashes, '-');
  return foldDigits(plain).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/**
 * Writes a text as the search and the duplicate check see it, so that فاطمة and فاطمه, Aïcha and aicha are one.
 * Like `foldSpelling`, and ة→ه, ى→ي. Idempotent. Source: domain.md rule 4.
 */
export function fold(text: string): string {
  return foldSpelling(text).replace(/ة/gu, 'ه').replace(/ى/gu, 'ي');
}
