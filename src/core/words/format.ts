import type { Locale } from './locale.ts';

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  let format = cache.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(tag, options)));
  return format;
}

/** A moment as a long date in the hub's time zone: 21 نوفمبر 2026. */
export const longDate = (at: Date, { tag, timeZone }: Locale): string =>
  dateFormat(tag, { dateStyle: 'long', timeZone, calendar: 'gregory' }).format(at);

/** A moment as a long date with its hour, in the hub's time zone, 24 hours. */
export const longDateTime = (at: Date, { tag, timeZone }: Locale): string =>
  dateFormat(tag, {
    day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23', timeZone, calendar: 'gregory',
  }).format(at);

/** The hour alone, 24 hours: 09:35. Show it with dir="ltr". */
export const hour = (at: Date, { timeZone }: Locale): string =>
  dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);

/** A calendar date "2026-11-21" in words. It belongs to no time zone: a birth date never moves by a day. */
export const longCalendarDate = (isoDate: string, { tag }: Locale): string =>
  dateFormat(tag, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${isoDate}T00:00:00Z`));

/** Month and year of "2026-11" in words. */
export const longMonth = (isoMonth: string, { tag }: Locale): string =>
  dateFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }).format(
    new Date(`${isoMonth}-01T00:00:00Z`),
  );

/** The month of "2026-11" in a short word, for an axis that says the year elsewhere. */
export const shortMonth = (isoMonth: string, { tag }: Locale): string =>
  dateFormat(tag, { month: 'short', timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${isoMonth}-01T00:00:00Z`));

/** A number in the reader's digits and grouping. */
export function number(value: number | bigint, { tag }: Locale, options: Intl.NumberFormatOptions = {}): string {
  const key = `n${tag}${JSON.stringify(options)}`;
  let format = cache.get(key) as Intl.NumberFormat | undefined;
  if (!format) cache.set(key, (format = new Intl.NumberFormat(tag, options)));
  return format.format(value);
}

/** A share between 0 and 1 as a percentage. */
export const percent = (share: number, locale: Locale): string =>
  number(share, locale, { style: 'percent', maximumFractionDigits: 1 });
