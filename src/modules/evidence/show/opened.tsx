import type { ReactNode } from 'react';
import { nameFor } from '#core/words/named.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import type { OpenedFigure } from '../figure/open-figure.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import type { Head } from '../reading/head.ts';
import { evidenceWords } from '../words.ts';
import { shownText } from './amount.ts';
import { type HubNames, indicatorName, keyName, periodName } from './names.ts';

/** One number with everything one must know to believe it: its rule, what it leaves out, its months, its seal. */
export const Opened = ({ view, opened, hubs }: { view: View; opened: OpenedFigure; hubs: HubNames }): ReactNode => {
  const words = evidenceWords(view);
  const { rule, leavesOut } = findIndicator(opened.indicator)!;
  return (
    <>
      <div className="card figure">
        <span className="soft">{indicatorName(view, opened.indicator)}</span>
        <strong><Bdi>{shownText(view, opened.indicator, opened.shown)}</Bdi></strong>
      </div>
      {opened.shown.kept ? <Notice view={view}>{words('kept.note')}</Notice> : null}
      <Card title={words('opened.about')}>
        <Facts
          view={view}
          facts={[
            { label: words('opened.rule'), value: nameFor(rule, view.locale) },
            { label: words('opened.leaves_out'), value: nameFor(leavesOut, view.locale) },
            { label: words('opened.period'), value: <Bdi>{periodName(view, opened.period)}</Bdi> },
            { label: words('opened.over'), value: words(`over.${opened.over}`) },
            { label: words('opened.part'), value: opened.by ? <Bdi>{keyName(view, opened.by, opened.key!, hubs)}</Bdi> : words('opened.whole') },
            { label: words('opened.head'), value: <SealOf view={view} head={opened.head} /> },
          ]}
        />
      </Card>
    </>
  );
};

/** The seal of the moment at which something was read. */
export const SealOf = ({ view, head }: { view: View; head: Head | null }): ReactNode => {
  const words = evidenceWords(view);
  if (!head) return words('opened.head_none');
  return (
    <>
      {words('opened.head_value', { seq: head.seq })} · <AtTime view={view} value={head.at} />
      {' '}
      <a href="/heads"><Ltr>{head.hash.slice(0, 16)}</Ltr></a>
    </>
  );
};
