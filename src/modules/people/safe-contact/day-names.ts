import type { Locale } from '#core/words/locale.ts';

/** A Monday; the days of the week follow it. */
const MONDAY = Date.UTC(2024, 0, 1);

/** The name of a day of the week, 1 Monday to 7 Sunday, in the reader's language. */
export const dayName = ({ tag }: Locale, weekday: number): string =>
  new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * 86_400_000);

/** Several days in one breath: Monday, Tuesday and Friday. */
export const dayNames = (locale: Locale, weekdays: readonly number[]): string =>
  new Intl.ListFormat(locale.tag, { type: 'conjunction' }).format([...weekdays].sort((a, b) => a - b).map((day) => dayName(locale, day)));
