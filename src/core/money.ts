import { z } from 'zod';

/** The currencies of the countries and funders of the mission. */
export const currencies = ['TND', 'MAD', 'EUR', 'JOD', 'ILS', 'USD'] as const;
export type Currency = (typeof currencies)[number];

/** How many decimals the smallest unit of a currency has (ISO 4217): 3 for TND and JOD, 2 for MAD and EUR. */
export const scaleOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A number with decimals as somebody types it, in any digits, with spaces, comma or point: "3 400 000,50" becomes "3400000.50". */
export const decimal = () =>
  z.preprocess((value) => {
    if (value === '' || value === null) return undefined;
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? asciiNumber(value) : value;
  }, z.string().regex(/^\d{1,15}(\.\d{1,4})?$/));

const asciiNumber = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[\s\u00a0\u202f\u066c]/g, '').replace(/[,\u066b]/, '.');

/** A typed number in whole smallest units of so many decimals; undefined when it has more decimals than that, or is too long to be exact. */
export function minorOf(typed: string, scale: number): number | undefined {
  const [whole = '', part = ''] = typed.split('.');
  // Noughts at the end are no decimals: what stands behind the last place that counts is nothing else.
  if (/[^0]/.test(part.slice(scale))) return undefined;
  const minor = Number(whole + part.slice(0, scale).padEnd(scale, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
