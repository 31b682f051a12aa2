/** A bank account or a telephone of mobile money as people write it, without what they put between. */
export const plainNumber = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[^0-9A-Za-z]/g, '').toUpperCase();

/**
 * May this be an account? An IBAN is checked by its two digits (ISO 13616); the Tunisian RIB of 20 digits and the Moroccan of 24 by
 * theirs (the whole is a multiple of 97); a telephone has 8 to 15 digits.
 */
export function isAccount(way: 'bank' | 'mobile', number: string): boolean {
  if (way === 'mobile') return /^\d{8,15}$/.test(number);
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number)) return rest97(number.slice(4) + number.slice(0, 4)) === 1n;
  return /^(\d{20}|\d{24})$/.test(number) && rest97(number) === 0n;
}

/** What is left of a number written in digits and letters (A is 10) when it is divided by 97. */
const rest97 = (text: string): bigint => BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
