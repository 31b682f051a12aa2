import type { ReactNode } from 'react';
import { number } from '#core/words/format.ts';
import { type Step, steps } from '#modules/incubation/public.ts';
import { Card } from '#ui/card.tsx';
import { Funnel } from '#ui/chart/funnel.tsx';
import type { View } from '#ui/view.ts';
import { callStepWords } from '../calls/call-words.ts';
import { evidenceWords } from '../words.ts';
import { boardWords } from './board-words.ts';

interface Props {
  readonly view: View;
  /** Null: kept back. A step that is missing was reached by nobody. */
  readonly row: Readonly<Partial<Record<Step, number | null>>>;
  readonly exact: boolean;
  readonly href: string;
}

/** How many came how far in all calls together; outside the hub “at least”. */
export const RoadPart = ({ view, row, exact, href }: Props): ReactNode => {
  const words = boardWords(view);
  const written = (value: number | null): string => (value === null ? evidenceWords(view)('kept.short') : exact || value === 0 ? number(value, view.locale) : words('at_least', { count: number(value, view.locale) }));
  return (
    <Card>
      <Funnel
        view={view} title={words('road')} caption={words('road.caption')} labels={{ step: words('step'), value: words('number') }} format={written}
        steps={steps.map((step) => ({ key: step, label: callStepWords(view)(`step.${step}`), value: row[step] === undefined ? 0 : row[step], href }))}
      />
    </Card>
  );
};
