import { z } from 'zod';
import { choice, clockTime, isoDate, maybe } from '#core/input.ts';
import { momentOf } from '#core/time/wall-clock.ts';
import type { Half } from '../codes.ts';

const day = z.strictObject({ on: maybe(isoDate()), halves: maybe(choice(['both', 'morning', 'afternoon'])) });

/** The days of a course as a form sends them (`days.0.on`, `days.0.halves`; empty lines are left out) or as a list, and its usual hours. */
export const daysInput = {
  days: z.preprocess((value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : value), z.array(day).max(60))
    .refine((days) => days.some(({ on }) => on), { message: 'required' }),
  morning_from: maybe(clockTime()), morning_to: maybe(clockTime()), afternoon_from: maybe(clockTime()), afternoon_to: maybe(clockTime()),
};

/** The hours when none are typed. */
export const usualHours = { morning: ['09:00', '12:30'], afternoon: ['14:00', '16:30'] } as const satisfies Record<Half, readonly [string, string]>;

type Given = z.output<z.ZodObject<typeof daysInput>>;

/** A morning or an afternoon with its moments. */
export interface HalfDay {
  readonly on: string;
  readonly half: Half;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The half-days in their order, as a clock of this time zone shows them; the same one said twice is kept once. */
export function halfDaysOf(given: Given, timeZone: string): readonly HalfDay[] {
  const hours: Record<Half, readonly [string, string]> = {
    morning: [given.morning_from ?? usualHours.morning[0], given.morning_to ?? usualHours.morning[1]],
    afternoon: [given.afternoon_from ?? usualHours.afternoon[0], given.afternoon_to ?? usualHours.afternoon[1]],
  };
  const wished = given.days.flatMap(({ on, halves }) => (on ? (halves === 'morning' || halves === 'afternoon' ? [halves] : (['morning', 'afternoon'] as const)).map((half) => ({ on, half })) : []));
  const once = new Map(wished.map((each) => [`${each.on} ${each.half}`, each]));
  return [...once.values()]
    .map(({ on, half }) => ({ on, half, startsAt: momentOf(timeZone, { date: on, time: hours[half][0] }), endsAt: momentOf(timeZone, { date: on, time: hours[half][1] }) }))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
