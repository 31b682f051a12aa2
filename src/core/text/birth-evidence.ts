/** What is known of a birth: a full date `YYYY-MM-DD`, or only a year. */
export interface KnownBirth {
  readonly birthDate?: string | undefined;
  readonly birthYear?: number | undefined;
}

/** What two births say about two persons being one; `unknown` says nothing. */
export type BirthEvidence =
  | 'same-birth-date'
  | 'swapped-day-month'
  | 'same-birth-year'
  | 'near-birth-year'
  | 'one-digit-birth-date'
  | 'different-birth-date'
  | 'different-birth-year'
  | 'unknown';

interface Birth {
  readonly year: number;
  readonly month: string;
  readonly day: string;
  readonly weak: boolean;
}

/** 1 January and 31 December are written in civil registers when only the year is presumed: such a date is weak. */
function readBirth({ birthDate, birthYear }: KnownBirth): Birth | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(birthDate ?? '');
  if (!date) return birthYear === undefined ? undefined : { year: birthYear, month: '', day: '', weak: true };
  const [month, day] = [date[2] ?? '', date[3] ?? ''];
  return { year: Number(date[1]), month, day, weak: ['01-01', '12-31'].includes(`${month}-${day}`) };
}

function oneDigitApart(a: Birth, b: Birth): boolean {
  const [x, y] = [a, b].map(({ year, month, day }) => `${year}${month}${day}`);
  return Array.from(x ?? '').filter((digit, at) => digit !== y?.[at]).length === 1;
}

function compareYears(a: Birth, b: Birth): BirthEvidence {
  if (a.year === b.year) return 'same-birth-year';
  return Math.abs(a.year - b.year) <= 2 ? 'near-birth-year' : 'different-birth-year';
}

/** Compares two births. A weak date (only a year, 1 January) is compared by its year, within two years. */
export function compareBirths(left: KnownBirth, right: KnownBirth): BirthEvidence {
  const [a, b] = [readBirth(left), readBirth(right)];
  if (!a || !b) return 'unknown';
  if (a.month !== '' && a.year === b.year && a.month === b.month && a.day === b.day)
    return a.weak ? 'same-birth-year' : 'same-birth-date';
  if (a.weak || b.weak) return compareYears(a, b);
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped-day-month';
  if (oneDigitApart(a, b)) return 'one-digit-birth-date';
  return a.year === b.year ? 'different-birth-date' : 'different-birth-year';
}
