import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** Calendars by time zone: making one takes a hundred times as long as asking it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day "2026-11-21" of a moment, as the hub's clock shows it. */
export function dayOf(at: Date, timeZone: string): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  return calendar.format(at);
}

/** The moment of an hour "09:30" on a day "2026-11-21" at the hub; PostgreSQL knows the hub's summer and Ramadan changes. */
export async function momentAt(tx: AnyTx, day: string, hour: string, timeZone: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select (${`${day} ${hour}`}::timestamp at time zone ${timeZone}) as at`.execute(tx);
  return rows[0]!.at;
}

/** Whole minutes from one moment to another, never below zero. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
