const DECIMALS = 20;

/** A decimal as a whole number of its smallest part; nothing when it is none. */
function wholeOf(text: string): bigint | undefined {
  const [, sign, whole = '', part = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/u.exec(text.trim()) ?? [];
  if (sign === undefined || part.length > DECIMALS || !(whole + part)) return undefined;
  return BigInt(`${sign}${whole}${part.padEnd(DECIMALS, '0')}`);
}

/** Do these decimals add up to exactly that much? 33.3 and 66.7 are 100; binary fractions would not do. A text that is no decimal adds up to nothing. */
export function sumIs(texts: readonly string[], sum: number): boolean {
  let total = 0n;
  for (const text of texts) {
    const part = wholeOf(text);
    if (part === undefined) return false;
    total += part;
  }
  return total === wholeOf(String(sum));
}
