import type { ReactNode } from 'react';
import { number } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';
import { Badge } from '#ui/badge.tsx';
import type { View } from '#ui/view.ts';
import type { Outcome } from './selection-codes.ts';
import { selectionWords } from './selection-words.ts';

/** Thousandths with up to three digits behind the point: a score, or points of one criterion. */
export const thousandths = (view: Reader, value: number): string => number(value / 1_000, view.locale, { maximumFractionDigits: 3 });

export const Thousandths = ({ view, value }: { view: Reader; value: number }): ReactNode => <bdi className="num">{thousandths(view, value)}</bdi>;

const tones = { selected: 'olive', waitlisted: 'saffron', rejected: 'clay' } as const;

export const OutcomeBadge = ({ view, outcome }: { view: View; outcome: Outcome }): ReactNode => <Badge tone={tones[outcome]}>{selectionWords(view)(`outcome.${outcome}`)}</Badge>;
