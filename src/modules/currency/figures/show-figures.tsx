import type { ReactNode } from 'react';
import { AtTime, Money, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Figure, Grid } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { currencyWords } from '../words.ts';
import { figureWords } from './figure-words.ts';
import type { BookHead, SumsAt } from './sums-at.ts';

const told = ['granted', 'spent', 'balance', 'held', 'expired', 'revoked'] as const;

/** The sums of a programme side by side, and whether they agree. */
export const Sums = ({ view, sums, currency, agree }: { view: View; sums: SumsAt; currency: string; agree: boolean }): ReactNode => {
  const words = currencyWords(view);
  return (
    <>
      <Grid>
        {(['loaded', 'fund', ...told] as const).map((key) => <Figure key={key} label={key === 'loaded' ? figureWords(view)('loaded') : words(`sum.${key}`)}><Money view={view} value={sums[key]} currency={currency} /></Figure>)}
      </Grid>
      <p className="soft">{words('sum.rule')}</p>
      {agree ? null : <Notice view={view} kind="warning">{figureWords(view)('disagree')}</Notice>}
    </>
  );
};

/** Where the book stood when this was read: with it anybody can have the same figures again. */
export const HeadFacts = ({ view, head, at }: { view: View; head: BookHead | null; at: Date }): ReactNode => {
  const words = figureWords(view);
  return (
    <Facts view={view} facts={[
      { label: words('read_at'), value: <AtTime view={view} value={at} /> },
      ...(head ? [{ label: words('head.entry'), value: <Num view={view} value={head.entry} /> }, { label: words('head.hash'), value: <Ltr>{head.hash.slice(0, 16)}</Ltr> }] : []),
    ]} />
  );
};
