import type { ServiceEntry } from '../entry/entry.ts';
import { one } from './texts.ts';
import { withoutEmpty } from './without-empty.ts';

/** Digits after the point of a currency (TND 3, MAD 2), as ISO 4217 says through `Intl`. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The prices as HSDS cost options, in whole currency. */
export const costsOf = (entry: ServiceEntry, lang: string): readonly Record<string, unknown>[] =>
  entry.costs.map(({ id, amountMinor, currency, names }) => withoutEmpty({
    id, service_id: entry.id, option: one(names, lang), currency, amount: amountMinor / 10 ** digitsOf(currency),
  }));
