import { isRamadan, type Ramadan } from '#core/time/ramadan.ts';
import { clockIn } from '#core/time/wall-clock.ts';

/** One stretch of an open door: 09:00 to 13:00. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

/** A stretch on a day of the week, 1 Monday to 7 Sunday. */
export interface WeekSpan extends Span {
  readonly weekday: number;
}

/** A single day that is not like the others; without a span the door stays shut. */
export interface ExceptionalDay {
  readonly date: string;
  readonly spans: readonly Span[];
}

/** When a hub's door is open. */
export interface HubHours {
  readonly ordinary: readonly WeekSpan[];
  /** The week of Ramadan; null: as on ordinary days. */
  readonly ramadan: readonly WeekSpan[] | null;
  /** Months of Ramadan as announced in the country; the others are expected dates (rule 14). */
  readonly announcedRamadans: readonly Ramadan[];
  readonly exceptions: readonly ExceptionalDay[];
}

/** The stretches of one calendar day ("2026-03-02"): an exceptional day beats Ramadan, Ramadan beats the ordinary week. */
export function spansOn(hours: HubHours, date: string): readonly Span[] {
  const single = hours.exceptions.find((day) => day.date === date);
  if (single) return [...single.spans].sort(byStart);
  const week = hours.ramadan && isRamadan(date, hours.announcedRamadans) ? hours.ramadan : hours.ordinary;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  return week.filter((span) => span.weekday === weekday).sort(byStart);
}

/** Is the door open at this moment, by the hub's own clock? The closing minute is shut. */
export function isOpenAt(hours: HubHours, timeZone: string, at: Date): boolean {
  const { date, time } = clockIn(timeZone, at);
  return spansOn(hours, date).some(({ opens, closes }) => opens <= time && time < closes);
}

/** When a shut door opens next: the day, in how many days from today, and the hour. */
export interface NextOpening {
  readonly date: string;
  readonly days: number;
  readonly opens: string;
}

const farthestDays = 14;

/** The next time the door opens after this moment, by the hub's own clock; null when it stays shut for two weeks. */
export function nextOpening(hours: HubHours, timeZone: string, at: Date): NextOpening | null {
  const today = clockIn(timeZone, at);
  for (let days = 0; days <= farthestDays; days++) {
    const date = new Date(Date.parse(`${today.date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    const span = spansOn(hours, date).find(({ opens }) => days > 0 || opens > today.time);
    if (span) return { date, days, opens: span.opens };
  }
  return null;
}

/** Two stretches of one day that run into each other, or one that ends before it begins; the index of the first such. */
export function firstClash(spans: readonly Span[]): number {
  return spans.findIndex((span, i) => span.closes <= span.opens || spans.some((other, j) => j < i && span.opens < other.closes && other.opens < span.closes));
}

const byStart = (a: Span, b: Span): number => (a.opens < b.opens ? -1 : 1);
