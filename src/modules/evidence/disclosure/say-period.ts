/** What is said of a period goes in steps of this many persons. */
export const periodStep = 10;

/**
 * Says how many persons a period of several months may be said to hold, outside the hub: “at least N”, or null where
 * nothing may be said. `distinct`: different persons of the whole period, whole, not negative. `printedMonths`: the
 * number printed for each month of it, null where it is kept back or the month is not closed; such a month adds nothing,
 * so that the sum is never more than what every reader can add up herself. Rounded down to a multiple of ten, so that two periods
 * that differ by a month tell of that month no more than that somebody came. Source: decision 0051.
 */
export function sayPeriod(distinct: number, printedMonths: readonly (number | null)[]): number | null {
  const printed = printedMonths.reduce<number>((sum, month) => sum + (month ?? 0), 0);
  const said = Math.floor(Math.min(distinct, printed) / periodStep) * periodStep;
  return said < periodStep ? null : said;
}
