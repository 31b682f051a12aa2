import { scaleOf } from '#core/money.ts';
import { number } from '#core/words/format.ts';
import type { View } from '#ui/view.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import type { Shown } from '../reading/read-figure.ts';
import { evidenceWords } from '../words.ts';

/** A number with its unit, as a sentence would say it. */
export function amountText(view: View, indicator: string, value: number): string {
  const words = evidenceWords(view);
  const { unit, currency } = findIndicator(indicator)!;
  switch (unit) {
    case 'minute': return words('value.minutes', { minutes: Math.round(value) });
    case 'face': return words('value.faces', { faces: number(value, view.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
    case 'money': return number(value / 10 ** scaleOf(currency!), view.locale, { style: 'currency', currency: currency! });
    default: return number(value, view.locale);
  }
}

/** A number as its reader may see it: kept back, not there yet, or with its unit. */
export function shownText(view: View, indicator: string, { value, kept }: Shown): string {
  if (kept) return evidenceWords(view)('kept.short');
  return value === null ? evidenceWords(view)('value.none') : amountText(view, indicator, value);
}
