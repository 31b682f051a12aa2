interface Moved { readonly on: string; readonly amount: number }

/** The end of one month: what was still free, and what was still not paid. */
export interface BurnStep {
  readonly month: string;
  readonly free: number;
  readonly unpaid: number;
}

const mostMonths = 36;

/** From the first month of a fund, or of its last three years, to this one. A grant counts from the day it was approved, money from the day the bank paid. */
export function burnSteps({ promised, startsOn, today, granted, paid }: {
  readonly promised: number; readonly startsOn: string; readonly today: string; readonly granted: readonly Moved[]; readonly paid: readonly Moved[];
}): BurnStep[] {
  const first = [startsOn, ...granted.map(({ on }) => on)].reduce((a, b) => (a < b ? a : b)).slice(0, 7);
  const months: string[] = [];
  for (let month = today.slice(0, 7); month >= first && months.length < mostMonths; month = before(month)) months.unshift(month);
  const until = (moves: readonly Moved[], month: string) => moves.filter(({ on }) => on.slice(0, 7) <= month).reduce((sum, { amount }) => sum + amount, 0);
  return months.map((month) => ({ month, free: promised - until(granted, month), unpaid: promised - until(paid, month) }));
}

const before = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};
