import type { ReactNode } from 'react';
import { BarChart } from '#ui/chart.tsx';
import type { View } from '#ui/view.ts';
import type { ActKind } from '../codes.ts';
import { caseWords } from '../words.ts';
import { hoursOf } from './hours-of.ts';

/** The acts of a file by kind, with their hours: bars, and the figures behind them. */
export const ActBars = ({ view, acts }: { view: View; acts: readonly { act: ActKind; minutes: number; count: number }[] }): ReactNode => {
  const words = caseWords(view);
  return (
    <BarChart
      view={view} title={words('acts.hours_by_kind', { hours: hoursOf(view, acts.reduce((sum, { minutes }) => sum + minutes, 0)) })}
      bars={acts.map(({ act, minutes, count }) => ({ key: act, label: words('acts.of_kind', { act: words(`act.${act}`), count }), value: minutes }))}
      format={(minutes) => hoursOf(view, minutes)}
    />
  );
};
