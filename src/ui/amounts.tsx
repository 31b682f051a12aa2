import type { ReactNode } from 'react';
import { hour, longCalendarDate, longDate, longDateTime, longMonth, number, percent } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';

interface Of<T> {
  readonly view: Reader;
  readonly value: T;
}

/** A number with the reader's digits and grouping: 36 000 never prints "000 36" inside Arabic. */
export const Num = ({ view, value, fraction }: Of<number | bigint> & { fraction?: number }): ReactNode => (
  <bdi className="num">{number(value, view.locale, fraction === undefined ? {} : { maximumFractionDigits: fraction })}</bdi>
);

/** A share between 0 and 1 as a percentage. */
export const Percent = ({ view, value }: Of<number>): ReactNode => (
  <bdi className="num">{percent(value, view.locale)}</bdi>
);

/**
 * An amount of money with its currency. `value` is in the smallest unit (millimes for TND, centimes for MAD);
 * the number of decimals follows ISO 4217.
 */
export const Money = ({ view, value, currency }: Of<number | bigint> & { currency: string }): ReactNode => (
  <bdi className="num">{number(Number(value) / 10 ** decimalsOf(currency), view.locale, { style: 'currency', currency })}</bdi>
);

/** The same amount without its currency, for a table whose row says the currency once. */
export const Amount = ({ view, value, currency }: Of<number | bigint> & { currency: string }): ReactNode => {
  const decimals = decimalsOf(currency);
  return <bdi className="num">{number(Number(value) / 10 ** decimals, view.locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}</bdi>;
};

const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A moment as a long date in the hub's time zone. */
export const OnDate = ({ view, value }: Of<Date>): ReactNode => (
  <time dateTime={value.toISOString()}>
    <bdi>{longDate(value, view.locale)}</bdi>
  </time>
);

/** A moment as a long date with its hour. */
export const AtTime = ({ view, value }: Of<Date>): ReactNode => (
  <time dateTime={value.toISOString()}>
    <bdi>{longDateTime(value, view.locale)}</bdi>
  </time>
);

/** The hour alone, or from one hour to another, always left to right: 09:35–10:20. */
export const Hour = ({ view, value, until }: Of<Date> & { until?: Date }): ReactNode => (
  <time dateTime={value.toISOString()} dir="ltr" className="ltr">
    {hour(value, view.locale)}
    {until ? `–${hour(until, view.locale)}` : ''}
  </time>
);

/** A calendar date "2026-11-21" or month "2026-11" in words; it belongs to no time zone. */
export const CalendarDate = ({ view, value }: Of<string>): ReactNode => (
  <time dateTime={value}>
    <bdi>{value.length === 7 ? longMonth(value, view.locale) : longCalendarDate(value, view.locale)}</bdi>
  </time>
);
