import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { ChartFrame } from './chart-frame.tsx';

/** One target: what was promised first and now, and what has been reached. */
export interface TargetBar {
  readonly key: string;
  readonly label: string;
  /** Said small beside the name, e.g. its period. */
  readonly note?: string | undefined;
  /** Null where the number is kept back or is not counted. */
  readonly actual: number | null;
  /** At least so many: the bar stays open at its end. */
  readonly atLeast?: boolean | undefined;
  readonly target: number;
  readonly original: number;
  readonly href?: string | undefined;
}

interface Labels {
  readonly what: string;
  readonly actual: string;
  readonly target: string;
  readonly original: string;
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly caption?: string;
  readonly labels: Labels;
  readonly bars: readonly TargetBar[];
  /** What was reached in words: a number, "at least 40", or that it is kept back. */
  readonly actualText: (bar: TargetBar) => string;
  /** A number of one target with its unit. */
  readonly format: (value: number, bar: TargetBar) => string;
}

/** Bars of what was reached, each measured by its own target: a line where the target in force stands, a dashed one at the first. Names stand beside the bars as words of the page, so they may be as long as they are. */
export const TargetBars = ({ view, title, caption, labels, bars, actualText, format }: Props): ReactNode => (
  <ChartFrame
    view={view} title={title} caption={caption}
    columns={[{ key: 'what', label: labels.what }, { key: 'actual', label: labels.actual, numeric: true }, { key: 'target', label: labels.target, numeric: true }, { key: 'original', label: labels.original, numeric: true }]}
    rows={bars.map((bar) => ({ key: bar.key, label: bar.note ? `${bar.label} · ${bar.note}` : bar.label, href: bar.href, cells: [actualText(bar), format(bar.target, bar), format(bar.original, bar)] }))}
  >
    <ul className="bars">
      {bars.map((bar) => (
        <li key={bar.key} className="door">
          <span><bdi>{bar.label}</bdi>{bar.note ? <small className="soft"> <bdi>{bar.note}</bdi></small> : null}</span>
          <strong>{bar.href ? <a href={bar.href}><bdi className="num">{actualText(bar)}</bdi></a> : <bdi className="num">{actualText(bar)}</bdi>} / <bdi className="num">{format(bar.target, bar)}</bdi></strong>
          <Drawing bar={bar} rtl={view.locale.dir === 'rtl'} />
        </li>
      ))}
    </ul>
  </ChartFrame>
);

const edge = 99.2;

/** Each bar ends where the largest of its three numbers stands: shares of targets are compared, not people with agreements. */
const Drawing = ({ bar: { actual, atLeast, target, original }, rtl }: { bar: TargetBar; rtl: boolean }): ReactNode => {
  const most = Math.max(1, actual ?? 0, target, original);
  const far = (value: number): number => Math.round(Math.max(0, Math.min(1, value / most)) * 1000) / 10;
  const x = (value: number): string => `${rtl ? 100 - Math.min(edge, far(value)) : Math.min(edge, far(value))}%`;
  const length = far(actual ?? 0);
  return (
    <svg aria-hidden="true" focusable="false">
      <rect className="bar-wall" y="3" width="100%" height="12" rx="3" />
      {actual === null ? <line x1="1%" x2="99%" y1="9" y2="9" stroke="var(--ink-soft)" strokeWidth="2" strokeDasharray="2 6" /> : <rect x={`${rtl ? 100 - length : 0}%`} y="3" width={`${length}%`} height="12" rx={atLeast ? 0 : 3} />}
      {atLeast && actual !== null ? <line x1={x(actual)} x2={x(actual)} y1="1" y2="17" stroke="var(--wall)" strokeWidth="4" strokeDasharray="3 2" /> : null}
      {original === target ? null : <line x1={x(original)} x2={x(original)} y1="0" y2="18" stroke="var(--ink-soft)" strokeWidth="3" strokeDasharray="4 3" />}
      <line x1={x(target)} x2={x(target)} y1="0" y2="18" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
};
