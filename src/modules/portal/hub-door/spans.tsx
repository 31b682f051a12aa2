import { Fragment, type ReactNode } from 'react';
import { TimeRange } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';

/** The hours of one day, a comma between morning and afternoon. */
export const Spans = ({ view, spans }: { view: View; spans: readonly { opens: string; closes: string }[] }): ReactNode =>
  spans.map(({ opens, closes }, index) => (
    <Fragment key={opens}>{index ? `${portalWords(view)('door.comma')} ` : null}<TimeRange opens={opens} closes={closes} /></Fragment>
  ));
