import type { ReactNode } from 'react';
import { longMonth } from '#core/words/format.ts';
import { CalendarDate, Percent } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { PlaceName } from '#modules/network/public.ts';
import { keptName, keptText } from '../kept/kept-shown.tsx';
import type { KeptVersion } from '../kept/kept-indicators.ts';
import type { Actual, Target } from './levels.ts';
import { targetWords } from './target-words.ts';

/** A number of the indicator in its unit. */
export const unitText = (view: View, counts: KeptVersion, value: number): string => keptText(view, counts, { value, events: null, kept: false });

/** What was reached, as it may be said: a number, “at least” so many, kept back, or nothing yet. */
export const ActualText = ({ view, counts, actual }: { view: View; counts: KeptVersion; actual: Omit<Actual, 'upTo'> & { readonly upTo?: string | null } }): ReactNode => {
  const words = targetWords(view);
  if (actual.kept) return <span className="soft">{words('kept')}</span>;
  if (actual.value !== null) return <Bdi>{unitText(view, counts, actual.value)}</Bdi>;
  if (actual.atLeast !== null) return words('at_least', { value: unitText(view, counts, actual.atLeast) });
  return <span className="soft">{words(actual.upTo === null ? 'not_begun' : 'not_counted')}</span>;
};

/** Whose target it is. */
export const Whose = ({ view, scope }: { view: View; scope: Target['scope'] }): ReactNode => {
  const words = targetWords(view);
  return <span>{words(`level.${scope.level}`)}{scope.level === 'region' ? <> · <PlaceName view={view} code={scope.id!} /></> : scope.id ? <> · <Bdi>{keptName(view, scope.names)}</Bdi></> : null}</span>;
};

/** From which day to which. */
export const Span = ({ view, from, to }: { view: View; from: string; to: string | null }): ReactNode => (
  <span><CalendarDate view={view} value={from} /> – {to ? <CalendarDate view={view} value={to} /> : targetWords(view)('still')}</span>
);

/** A share of a target, or a dash where no number may be said. */
export const ShareOf = ({ view, share }: { view: View; share: number | null }): ReactNode => (share === null ? '–' : <Percent view={view} value={share} />);

/** The last month that was looked at. */
export const UpTo = ({ view, actual }: { view: View; actual: Actual }): ReactNode => (actual.upTo === null ? null : <div className="soft">{targetWords(view)('up_to', { month: longMonth(actual.upTo, view.locale) })}</div>);
