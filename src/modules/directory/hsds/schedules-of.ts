import { expectedRamadans } from '#core/time/ramadan.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import type { Opening, ServiceEntry } from '../entry/entry.ts';
import { groupedBy } from '../entry/grouped-by.ts';
import { derivedId } from './derived-id.ts';
import { withoutEmpty } from './without-empty.ts';

const days = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Hours between a time zone and UTC at a moment, e.g. 1 for Tunis: HSDS's `timezone`. */
export function offsetHours(timeZone: string, at: Date): number {
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(zone) ?? [];
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60) : 0;
}

const written = (offset: number): string => {
  const minutes = Math.round(Math.abs(offset) * 60);
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The opening hours as HSDS schedules: one for all days with the same hours; those of Ramadan with the dates expected. */
export function schedulesOf(entry: ServiceEntry, timeZone: string, now: Date): readonly Record<string, unknown>[] {
  const offset = offsetHours(timeZone, now);
  const year = now.getUTCFullYear();
  const today = clockIn(timeZone, now).date;
  const ramadan = expectedRamadans(year, year + 2).find(({ to }) => to >= today);
  const sameHours = ({ location, season, opens, closes, byAppointment }: Opening): string => [location, season, opens, closes, byAppointment].join(' ');
  return [...groupedBy(entry.openings, sameHours)].map(([key, openings]) => {
    const [first] = openings as [Opening];
    const season = first.season === 'ramadan' ? { valid_from: ramadan?.from, valid_to: ramadan?.to, description: 'Ramadan (expected dates)' } : {};
    return withoutEmpty({
      id: derivedId(entry.id, `schedule ${key}`),
      service_id: entry.id,
      location_id: first.location,
      freq: 'WEEKLY',
      interval: 1,
      wkst: 'MO',
      byday: openings.map(({ weekday }) => days[weekday]).join(','),
      opens_at: first.opens + written(offset),
      closes_at: first.closes + written(offset),
      timezone: offset,
      attending_type: first.byAppointment ? 'By appointment' : undefined,
      ...season,
    });
  });
}
