import type { ReactNode } from 'react';
import type { Reader } from '#core/words/words.ts';
import { Badge } from '#ui/badge.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { callWords } from './call-words.ts';
import type { ApplicationState, CallState } from './codes.ts';
import type { Criterion, Quota } from './rules/read-rules.ts';

const toneOf: Readonly<Partial<Record<CallState | ApplicationState, Tone>>> = {
  draft: 'door', published: 'saffron', open: 'olive', closed: 'clay', applied: 'olive', ineligible: 'rose', selected: 'olive', waitlisted: 'saffron', rejected: 'clay', withdrawn: 'door',
};

/** Where a call stands, as a badge. */
export const CallBadge = ({ view, state }: { view: View; state: CallState }): ReactNode => <Badge tone={toneOf[state] ?? 'door'}>{callWords(view)(`call.state.${state}`)}</Badge>;

/** Where an application stands, as a badge. */
export const ApplicationBadge = ({ view, state }: { view: View; state: ApplicationState }): ReactNode => <Badge tone={toneOf[state] ?? 'olive'}>{callWords(view)(`application.state.${state}`)}</Badge>;

/** How a criterion counts, in one sentence: which part of the whole it is and where its points come from. */
export function weightWords(view: Reader, criterion: Pick<Criterion, 'kind' | 'weight' | 'most'>, all: readonly Pick<Criterion, 'weight'>[]): string {
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  return callWords(view)('criterion.counts', { weight: criterion.weight, whole, most: criterion.most, kind: criterion.kind });
}

/** A quota in one sentence. */
export const quotaWords = (view: Reader, { rule, places }: Pick<Quota, 'rule' | 'places'>): string => callWords(view)(`quota.rule.${rule}`, { places });
