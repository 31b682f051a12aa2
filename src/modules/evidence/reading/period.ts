import { z } from 'zod';
import { maybe } from '#core/input.ts';

/** Whole months, both included: "2026-04" to "2026-06". */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A month as typed or sent: "2026-04". */
export const month = () => maybe(z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

/** The month of a moment. Months of figures follow each hub's own clock; only the choice of a default month uses this. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** The month so many months later or, with a negative number, earlier. */
export function monthPlus(from: string, months: number): string {
  const [year, at] = from.split('-').map(Number) as [number, number];
  return monthOf(new Date(Date.UTC(year, at - 1 + months, 1)));
}

/** Every month of a period, oldest first. */
export function monthsOf({ from, to }: Period): string[] {
  const months = [from];
  while (months.at(-1)! < to) months.push(monthPlus(months.at(-1)!, 1));
  return months;
}

const longest = 24;

/** The period asked for, this month if none; turned round when typed the wrong way round, at most two years. */
export function openPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }, now: Date): Period {
  const [first, last] = [from ?? to ?? monthOf(now), to ?? from ?? monthOf(now)].sort() as [string, string];
  return { from: [first, monthPlus(last, 1 - longest)].sort()[1]!, to: last };
}

/**
 * The one closed month asked for, or the last closed one. Those who may not see people read closed months only, one by
 * one: from two periods that overlap, or the same month before and after a visit, a small number could be subtracted.
 */
export function closedPeriod(asked: string | undefined, now: Date): Period {
  const last = monthPlus(monthOf(now), -1);
  const month = asked && asked < last ? asked : last;
  return { from: month, to: month };
}
