import { describe, expect, it } from 'vitest';
import { clockIn, dayLater, momentOf, weekdayOf } from './wall-clock.ts';

const casablanca = 'Africa/Casablanca';
const clock = (zone: string, iso: string) => Object.values(clockIn(zone, new Date(iso))).join(' ');

describe('the clock on the wall', () => {
  it('shows the hour of the place: Tunisia an hour ahead, Morocco an hour ahead but not in Ramadan', () => {
    expect(clock('Africa/Tunis', '2026-06-01T23:30:59Z')).toBe('2026-06-02 00:30');
    // Ramadan 1447 in Morocco: clocks went back on 15 February 2026 at 03:00 and forward on 22 March at 02:00.
    expect(clock(casablanca, '2026-02-14T12:00:00Z')).toBe('2026-02-14 13:00');
    expect(clock(casablanca, '2026-02-20T12:00:00Z')).toBe('2026-02-20 12:00');
    expect(clock(casablanca, '2026-03-23T12:00:00Z')).toBe('2026-03-23 13:00');
  });

  it('finds the moment of an hour: the first of two, and the leap where there is none', () => {
    const at = (date: string, time: string, zone = casablanca) => momentOf(zone, { date, time }).toISOString();
    expect(at('2026-02-20', '09:00')).toBe('2026-02-20T09:00:00.000Z');
    expect(at('2026-06-20', '09:00')).toBe('2026-06-20T08:00:00.000Z');
    expect(at('2026-02-15', '02:30')).toBe('2026-02-15T01:30:00.000Z');
    expect(at('2026-03-22', '02:30')).toBe('2026-03-22T02:00:00.000Z');
    expect(at('2026-03-29', '02:30', 'Europe/Rome')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25', '02:30', 'Europe/Rome')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-12-31', '23:59', 'Asia/Hebron')).toBe('2026-12-31T21:59:00.000Z');
  });

  it('counts days of the week from Monday, and days later across months', () => {
    expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22')]).toEqual([1, 7]);
    expect([dayLater('2026-02-28', 1), dayLater('2028-02-28', 1), dayLater('2026-12-31', 1)]).toEqual(['2026-03-01', '2028-02-29', '2027-01-01']);
  });
});
