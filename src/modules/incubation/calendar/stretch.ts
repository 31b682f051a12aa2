import { dayLater, weekdayOf } from '#core/time/wall-clock.ts';

export const spans = ['list', 'week', 'month'] as const;
type Span = (typeof spans)[number];

/** A stretch of calendar days, both ends inside, with the day that leads to the stretch before and after. */
interface Stretch {
  readonly from: string;
  readonly until: string;
  readonly before: string;
  readonly after: string;
}

const monthLater = (day: string, by: number): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + by, 1)).toISOString().slice(0, 10);
const monday = (day: string): string => dayLater(day, 1 - weekdayOf(day));

/** What is shown around a day: its week from Monday to Sunday, or its month; a month drawn as weeks begins and ends with whole ones. */
export function stretchOf(span: Span, day: string): Stretch {
  if (span === 'week') return { from: monday(day), until: dayLater(monday(day), 6), before: dayLater(day, -7), after: dayLater(day, 7) };
  const first = monthLater(day, 0);
  const last = dayLater(monthLater(day, 1), -1);
  const turned = { before: monthLater(day, -1), after: monthLater(day, 1) };
  return span === 'list' ? { from: first, until: last, ...turned } : { from: monday(first), until: dayLater(monday(last), 6), ...turned };
}

/** The weeks of a stretch as their days. */
export function weeksOf({ from, until }: Pick<Stretch, 'from' | 'until'>): readonly (readonly string[])[] {
  const weeks: string[][] = [];
  for (let day = from; day <= until; day = dayLater(day, 7)) weeks.push(Array.from({ length: 7 }, (_, n) => dayLater(day, n)));
  return weeks;
}
