import type { KnownBirth } from './birth-evidence.ts';

/** Age bands of every figure; `unknown` is counted and shown, never guessed. */
export const ageBands = ['0-17', '18-24', '25-34', '35-49', '50-64', '65+', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** A person of whom only the birth year is known counts as born in the middle of it, so the error evens out. */
const middleOfYear = '07-01';

/** Whole years at a day, both `YYYY-MM-DD`; undefined for an unknown or later birth. Never goes through a time zone. */
export function ageAt({ birthDate, birthYear }: KnownBirth, day: string): number | undefined {
  const born = birthDate ?? (birthYear === undefined ? undefined : `${birthYear}-${middleOfYear}`);
  if (born === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(born)) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  const age = day.slice(5) < born.slice(5) ? years - 1 : years;
  return age < 0 || age > 130 ? undefined : age;
}

/** The age band of a person at a day (`YYYY-MM-DD`), e.g. a 17-year-old is `0-17` until her birthday. */
export function ageBandAt(birth: KnownBirth, day: string): AgeBand {
  const age = ageAt(birth, day);
  if (age === undefined) return 'unknown';
  if (age < 18) return '0-17';
  if (age < 25) return '18-24';
  if (age < 35) return '25-34';
  if (age < 50) return '35-49';
  return age < 65 ? '50-64' : '65+';
}
