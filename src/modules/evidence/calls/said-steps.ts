import type { AnyTx } from '#core/db/transaction.ts';
import { type Step, steps } from '#modules/incubation/public.ts';
import { sayPeriod } from '../disclosure/say-period.ts';
import { personsInCalls } from '../indicator/persons-in-calls.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { tally } from '../reading/tally.ts';
import { smallest } from '../suppression/cell.ts';
import type { MaybeShown } from './kept-steps.ts';

/** The figure that is printed month by month for a step. */
const codeOf: Readonly<Record<Step, string>> = {
  registered: 'persons-registered', selected: 'persons-selected', trained: 'persons-trained-in-calls', accompanied: 'persons-accompanied', funded: 'persons-funded',
  created: 'persons-created', alive: 'persons-alive',
};
/** Results name the receipts of those who registered and were selected, whatever the months of figures hold. */
const toldByResults: ReadonlySet<Step> = new Set(['registered', 'selected']);
const firstMonth = '2020-01';

/** The first day of the month that is not closed yet: outside the hub nothing of it is counted. */
export const openSince = (now: Date): string => `${monthOf(now)}-01`;

/**
 * How a step may be said outside the hub: “at least N”, in tens, of what closed months hold, and never more than the months that are printed add
 * up to (decision 0051). Null stays kept back. `months`: those of the step’s own figure over the network, null where one is kept back.
 */
export const sayStep = (step: Step, value: MaybeShown, months: readonly (number | null)[]): MaybeShown =>
  value === null ? null : sayPeriod(value, toldByResults.has(step) ? [value] : months);

/** The same with the months of every step at hand. Read with the login of figures. */
export async function sayingSteps(tx: AnyTx, network: string, now: Date): Promise<(step: Step, value: MaybeShown) => MaybeShown> {
  const figures = personsInCalls.filter(({ code }) => steps.some((step) => codeOf[step] === code));
  const byMonth = await tally(tx, figures, { network, by: 'month', period: { from: firstMonth, to: monthPlus(monthOf(now), -1) } });
  const printed = (step: Step) => [...byMonth.get(codeOf[step])!.keys.values()].map(({ base }) => (base < smallest ? null : base));
  const months = new Map(steps.map((step) => [step, printed(step)]));
  return (step, value) => sayStep(step, value, months.get(step)!);
}
