/** What a clock on a wall shows: a calendar date and an hour. */
export interface WallClock {
  /** "2026-11-21" */
  readonly date: string;
  /** "09:35", 24 hours. */
  readonly time: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The calendar date and hour that a clock on a wall of this time zone shows. Seconds are cut off. */
export function clockIn(timeZone: string, at: Date): WallClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clocks.set(timeZone, (clock = new Intl.DateTimeFormat('en-CA', {
      timeZone, hourCycle: 'h23', calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    })));
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The day of the week of a calendar date: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** The calendar date so many days later. */
export const dayLater = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const MINUTE = 60_000;

/**
 * The moment at which a clock of this time zone shows this date and hour. An hour that the clock shows twice means the first;
 * one that it leaps over (an hour of summer time, of Ramadan in Morocco) means the moment of the leap.
 */
export function momentOf(timeZone: string, { date, time }: WallClock): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (at: number): number => {
    const shown = clockIn(timeZone, new Date(at));
    return Date.parse(`${shown.date}T${shown.time}:00Z`);
  };
  const aheads = [-1, 1].map((day) => wanted + day * 86_400_000).map((at) => shownAt(at) - at);
  const exact = aheads.map((ahead) => wanted - ahead).filter((at) => shownAt(at) === wanted).sort((a, b) => a - b)[0];
  if (exact !== undefined) return new Date(exact);
  // Leapt over: the first minute whose clock is past the wanted hour.
  let at = wanted - Math.max(...aheads) - MINUTE;
  while (shownAt(at) < wanted) at += MINUTE;
  return new Date(at);
}
