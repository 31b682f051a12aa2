import type { ReactNode } from 'react';
import { longDateTime, number as numberText } from '#core/words/format.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { frozenWords } from './frozen-words.ts';
import type { FrozenMonth, FrozenNumber, Reasons } from './read-frozen.ts';

const told: readonly (keyof Reasons)[] = ['late', 'gone', 'joined', 'parted'];

/** What came since a number was frozen: the difference with its sign, and why. */
export const Since = ({ view, number }: { view: View; number: FrozenNumber }): ReactNode => {
  const words = frozenWords(view);
  if (number.now === null) return null;
  if (!number.reasons) return <span className="soft">{words('frozen.unchanged')}</span>;
  const delta = number.delta ?? 0;
  const why = told.filter((reason) => number.reasons![reason] > 0).map((reason) => words(`frozen.reason.${reason}`, { many: number.reasons![reason] }));
  return <Bdi>{[words('frozen.delta', { delta: `${delta < 0 ? '−' : '+'}${numberText(Math.abs(delta), view.locale)}` }), ...why].join(' · ')}</Bdi>;
};

/** Beside a figure of a month that stands frozen: as it was frozen, and what came since. */
export const FrozenNotice = ({ view, of, number, text }: { view: View; of: FrozenMonth; number: FrozenNumber; text: (shown: FrozenNumber['frozen']) => string }): ReactNode => (
  <Notice view={view}>
    {frozenWords(view)('frozen.stands', { at: longDateTime(of.frozenAt, view.locale), value: text(number.frozen) })}
    {number.now ? <> · <Since view={view} number={number} /></> : null}
  </Notice>
);
