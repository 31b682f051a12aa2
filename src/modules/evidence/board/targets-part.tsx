import type { ReactNode } from 'react';
import { scaleOf } from '#core/money.ts';
import { number } from '#core/words/format.ts';
import { Card } from '#ui/card.tsx';
import { TargetBars } from '#ui/chart/target-bars.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { View } from '#ui/view.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { periodName } from '../show/names.ts';
import type { ReadTarget } from '../target/levels.ts';
import { evidenceWords } from '../words.ts';
import { boardWords } from './board-words.ts';

/** Targets as bars: what was reached against the version in force and the first one. */
export const TargetsPart = ({ view, targets }: { view: View; targets: readonly ReadTarget[] }): ReactNode => {
  const words = boardWords(view);
  const byKey = new Map(targets.map((target) => [target.id, target]));
  const written = ({ counts }: ReadTarget, value: number): string => {
    const currency = counts.unit === 'amount' ? counts.conditions.currency?.[0] : undefined;
    return currency ? number(value / 10 ** scaleOf(currency), view.locale, { style: 'currency', currency }) : number(value, view.locale);
  };
  return (
    <Card title={targets.length === 0 ? words('targets') : undefined}>
      {targets.length === 0 ? <EmptyState title={words('targets.none')} /> : (
        <TargetBars
          view={view} title={words('targets')} caption={words('targets.caption')} labels={{ what: words('what'), actual: words('reached'), target: words('target'), original: words('first') }}
          bars={targets.map(({ id, names, actual, inForce, original }) => ({
            key: id, label: keptName(view, names), note: periodName(view, { from: inForce.from.slice(0, 7), to: inForce.to.slice(0, 7) }), actual: actual.value ?? actual.atLeast, atLeast: actual.value === null && actual.atLeast !== null, target: inForce.value, original: original.value, href: `/targets/${id}`,
          }))}
          format={(value, { key }) => written(byKey.get(key)!, value)}
          actualText={({ key, actual, atLeast }) => (actual === null ? (byKey.get(key)!.actual.kept ? evidenceWords(view)('kept.short') : words('not_counted')) : atLeast ? words('at_least', { count: written(byKey.get(key)!, actual) }) : written(byKey.get(key)!, actual))}
        />
      )}
    </Card>
  );
};
