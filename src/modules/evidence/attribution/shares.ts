/** Part of a programme that a body pays, in ten-thousandths, from which day to which. */
export interface FunderShare {
  readonly id: string;
  readonly programme: string;
  readonly funder: string;
  readonly share: number;
  /** ISO days, both included; null: no end yet. */
  readonly from: string;
  readonly to: string | null;
}

/** A whole programme, in ten-thousandths. */
export const WHOLE = 10_000;

/** The most that the parts add up to on any day of a span, in ten-thousandths: it changes only on a first day. */
export function mostOnAnyDay(shares: readonly Pick<FunderShare, 'share' | 'from' | 'to'>[], { from, to }: { from: string; to: string | null }): number {
  const days = [from, ...shares.map((one) => one.from).filter((day) => day >= from && (to === null || day <= to))];
  return Math.max(0, ...days.map((day) => shares.filter((one) => one.from <= day && (one.to === null || one.to >= day)).reduce((sum, { share }) => sum + share, 0)));
}

/**
 * Rounds parts given in ten-thousandths of one unit to whole units (jobs, smallest units of money), so that nothing is reported twice and
 * nothing is lost: what the parts leave over of the total is the rest, and the largest remainders get the units that rounding left.
 */
export function roundParts(total: number, parts: readonly bigint[]): { parts: number[]; rest: number } {
  const all = [...parts, BigInt(total) * BigInt(WHOLE) - parts.reduce((sum, part) => sum + part, 0n)];
  const out = all.map((part) => Number(part / BigInt(WHOLE)));
  const left = total - out.reduce((sum, one) => sum + one, 0);
  const byRemainder = all.map((part, index) => ({ index, remainder: Number(part % BigInt(WHOLE)) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) out[index]! += 1;
  return { parts: out.slice(0, -1), rest: out.at(-1)! };
}

/** The least that one body pays on any day of a period, in ten-thousandths: “at least” stays true whichever day something counted. */
export function leastShare(shares: readonly FunderShare[], { from, to }: { from: string; to: string }): number {
  const days = [from, ...shares.flatMap((one) => [one.from, ...(one.to === null ? [] : [dayAfter(one.to)])]).filter((day) => day > from && day <= to)];
  return Math.min(...days.map((day) => shareOn(shares, day)));
}

/** What one body pays on a day, in ten-thousandths. */
export const shareOn = (shares: readonly FunderShare[], day: string): number =>
  shares.filter(({ from, to }) => from <= day && (to === null || to >= day)).reduce((sum, { share }) => sum + share, 0);

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
