import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { ChartFrame } from './chart-frame.tsx';

/** One step of a road; null where its number is kept back. */
export interface FunnelStep {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly href?: string | undefined;
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly caption?: string;
  readonly labels: { readonly step: string; readonly value: string };
  readonly steps: readonly FunnelStep[];
  readonly format: (value: number | null) => string;
}

/** A road narrowing step by step, drawn from its middle; the first step is as wide as the page. */
export const Funnel = ({ view, title, caption, labels, steps, format }: Props): ReactNode => {
  const most = Math.max(1, ...steps.map(({ value }) => value ?? 0));
  return (
    <ChartFrame
      view={view} title={title} caption={caption}
      columns={[{ key: 'step', label: labels.step }, { key: 'value', label: labels.value, numeric: true }]}
      rows={steps.map(({ key, label, value, href }) => ({ key, label, href, cells: [format(value)] }))}
    >
      <ol className="bars">
        {steps.map(({ key, label, value, href }) => {
          const length = Math.round(((value ?? 0) / most) * 1000) / 10;
          return (
            <li key={key} className="door">
              <bdi>{label}</bdi>
              <strong>{href ? <a href={href}><bdi className="num">{format(value)}</bdi></a> : <bdi className="num">{format(value)}</bdi>}</strong>
              <svg aria-hidden="true" focusable="false">
                <line x1="0" x2="100%" y1="9" y2="9" stroke="var(--line)" strokeWidth="2" />
                {value === null ? <line x1="1%" x2="99%" y1="9" y2="9" stroke="var(--ink-soft)" strokeWidth="2" strokeDasharray="2 6" /> : <rect x={`${Math.round((100 - length) * 5) / 10}%`} y="3" width={`${length}%`} height="12" rx="3" />}
              </svg>
            </li>
          );
        })}
      </ol>
    </ChartFrame>
  );
};
