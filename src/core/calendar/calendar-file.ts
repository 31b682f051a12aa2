import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Something with its moment or its day, as a telephone's calendar keeps it. */
export interface CalendarEntry {
  /** The same for the same thing each time it is taken: a calendar then moves it instead of doubling it. */
  readonly id: string;
  readonly title: string;
  /** Moments; or a calendar day "2026-11-21" that belongs to no time zone. */
  readonly when: { readonly startsAt: Date; readonly endsAt: Date } | { readonly on: string };
  readonly place?: string;
  readonly about?: string;
  readonly url?: string;
  readonly calledOff?: boolean;
  /** When this was last changed. */
  readonly stamp: Date;
}

/** A calendar as iCalendar text (RFC 5545), in UTC, so that a clock change in any country moves nothing. */
export function calendarFile(name: string, language: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'hadina', product: 'calendar', language } });
  for (const { id, title, when, place, about, url, calledOff, stamp } of entries) {
    calendar.createEvent({
      id: `${id}@hadina`, summary: title, stamp, status: calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...('on' in when ? { start: noonOf(when.on), allDay: true } : { start: when.startsAt, end: when.endsAt }),
      ...(place ? { location: place } : {}), ...(about ? { description: about } : {}), ...(url ? { url } : {}),
    });
  }
  return calendar.toString();
}

/** Noon of a day: an all-day entry keeps only its date, whichever clock the house runs on. */
const noonOf = (day: string): Date => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
