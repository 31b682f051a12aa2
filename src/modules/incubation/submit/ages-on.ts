import { ageAt } from '#core/text/age-band.ts';

/** What is known of a birth: the date, or a year that may be about. */
export interface Born {
  readonly date?: string | undefined;
  readonly year: number | null;
  readonly about: boolean;
}

/** The ages somebody may have on a day: one when her date of birth is known, two when only the year is, the outermost when the year is only about, none when nothing is known. */
export function agesOn({ date, year, about }: Born, day: string): readonly number[] {
  if (date) return [ageAt({ birthDate: date }, day)].filter((age) => age !== undefined);
  if (year === null) return [];
  const around = about ? [-2, 2] : [0];
  const ages = around.flatMap((more) => [`${year + more}-12-31`, `${year + more}-01-01`]).map((birthDate) => ageAt({ birthDate }, day)).filter((age) => age !== undefined);
  return [...new Set(ages)];
}
