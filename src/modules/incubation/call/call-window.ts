import { clockIn, momentOf } from '#core/time/wall-clock.ts';
import type { CallState } from '../codes.ts';

/** The window of a call as somebody writes it: days and hours of the clock on the hub's wall. */
export interface TypedWindow {
  readonly opens: string;
  readonly opens_hour: string;
  readonly closes: string;
  readonly closes_hour: string;
}

/** The window as moments, and the day of closing on the wall of the hub. A call that closes at midnight closes on the day that ends there. */
export function windowOf(timeZone: string, { opens, opens_hour, closes, closes_hour }: TypedWindow): { opens_at: Date; closes_at: Date; closes_on: string } {
  const closes_at = momentOf(timeZone, { date: closes, time: closes_hour });
  return {
    opens_at: momentOf(timeZone, { date: opens, time: opens_hour }), closes_at,
    closes_on: clockIn(timeZone, new Date(closes_at.getTime() - 1)).date,
  };
}

interface Standing {
  readonly state: CallState;
  readonly opens_at: Date;
  readonly closes_at: Date;
}

/** Where a call stands by the clock, whether or not the job that turns it has run already. The last moment still counts. */
export function standingAt({ state, opens_at, closes_at }: Standing, now: Date): CallState {
  if (state !== 'published' && state !== 'open') return state;
  if (now > closes_at) return 'closed';
  return now >= opens_at ? 'open' : 'published';
}
