import { longMonth } from '#core/words/format.ts';
import type { Choice } from '#ui/choice.tsx';
import type { View } from '#ui/view.ts';
import type { FigureSheet } from '../desk-figures/read-sheet.ts';
import { cuts } from '../reading/cut.ts';
import { monthOf, monthPlus, monthsOf } from '../reading/period.ts';
import { evidenceWords } from '../words.ts';
import { indicatorName } from './names.ts';

/** The months one may choose, newest first: the last two years; the running month only for those who read exactly. */
export function monthChoices(view: View, now: Date, running: boolean): readonly Choice[] {
  const last = monthPlus(monthOf(now), running ? 0 : -1);
  return monthsOf({ from: monthPlus(last, -23), to: last }).reverse().map((value) => ({ value, label: longMonth(value, view.locale) }));
}

/** The ways to divide a figure. */
export const cutChoices = (view: View): readonly Choice[] =>
  cuts.map((value) => ({ value, label: evidenceWords(view)(`cut.${value}`) }));

/** The figures of a sheet by name. */
export const figureChoices = (view: View, { totals }: Pick<FigureSheet, 'totals'>): readonly Choice[] =>
  totals.map(({ indicator }) => ({ value: indicator, label: indicatorName(view, indicator) }));
