import { z } from 'zod';
import { choice, text } from '#core/input.ts';
import { optionalTexts } from './optional-texts.ts';

/** Currencies of the mission's countries. */
export const currencies = ['TND', 'MAD', 'EUR', 'JOD', 'ILS'] as const;

const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

const ascii = (typed: string): string =>
  typed.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[,٫]/g, '.').replace(/\s/g, '');

/** The smallest units of an amount as written ("12.500" TND → 12500); null when it has more decimals than the currency. */
export function minorUnits(amount: string, currency: string): number | null {
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(ascii(amount)) ?? [];
  const places = digits(currency);
  if (whole === undefined || part.length > places) return null;
  return Number(whole + part.padEnd(places, '0'));
}

/** An amount as people write it, in any digits, with its currency and for whom it is. */
export const price = () =>
  z
    .strictObject({ amount: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), text(16)), currency: choice(currencies), names: optionalTexts(200) })
    .transform((typed, context) => {
      const amountMinor = minorUnits(typed.amount, typed.currency);
      if (amountMinor === null) context.addIssue({ code: 'custom', message: 'not-understood', path: ['amount'] });
      return { amountMinor: amountMinor ?? 0, currency: typed.currency, names: typed.names };
    });

/** Smallest units as people write them: 12500 TND → "12.500". */
export const amountText = (amountMinor: number, currency: string): string => (amountMinor / 10 ** digits(currency)).toFixed(digits(currency));
