import { decimal, minorOf as minorAt, scaleOf } from '#core/money.ts';

/** An amount as people type it; how many of the smallest unit that is depends on the currency (`minorOf`). */
export const amount = decimal;

/** A typed amount in the smallest unit of its currency; nothing when it has more digits behind the point than the currency. */
export const minorOf = (typed: string, currency: string): number | undefined => minorAt(typed, scaleOf(currency));

/** An amount of the smallest unit as a file for a bank writes it: "12500.500". */
export function plainAmount(minor: number, currency: string): string {
  const scale = scaleOf(currency);
  const digits = String(minor).padStart(scale + 1, '0');
  return `${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`;
}

/** Thousandths of a whole that one part is, rounded down: 134 for 13.49 %. */
export const permilleOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 1000) / whole));
