import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { ChartFrame } from './chart-frame.tsx';
import { fitted, widthOf } from './fit-text.ts';

/** One month of a trend. */
export interface TrendPoint {
  readonly key: string;
  /** As the table says it: "November 2026". */
  readonly label: string;
  /** As the axis says it: "Nov". */
  readonly short: string;
  /** Null where the number is kept back: the line is broken there. */
  readonly value: number | null;
  /** The month was closed for good: a square stands under it. */
  readonly closed?: boolean;
  readonly href?: string | undefined;
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly caption?: string;
  readonly labels: { readonly month: string; readonly value: string; readonly state?: string };
  readonly points: readonly TrendPoint[];
  readonly format: (value: number | null) => string;
  /** What the table says of a month that was closed for good, and of one that was not. */
  readonly stateText?: (point: TrendPoint) => string;
}

const [WIDTH, HEIGHT, TOP, BOTTOM, SIZE] = [320, 150, 22, 34, 10] as const;

/** A line through months, the oldest where reading starts. Every number that may be seen is written at its point, so that the picture says it on paper too. */
export const Trend = ({ view, title, caption, labels, points, format, stateText }: Props): ReactNode => {
  const drawn = trendDrawing(points.map(({ value }) => value), view.locale.dir === 'rtl');
  const slot = WIDTH / Math.max(1, points.length);
  // In the middle of those it speaks for, so that the first and the last do not run over the edge.
  const wordy = (texts: readonly string[], at: number): boolean => at % everyWhich(texts, slot) === Math.floor((everyWhich(texts, slot) - 1) / 2);
  const [numbers, months] = [points.map(({ value }) => (value === null ? '' : format(value))), points.map(({ short }) => short)];
  const inPlace = (texts: readonly string[], at: number, x: number): string => fitted(texts[at]!, Math.min(slot * everyWhich(texts, slot), 2 * x, 2 * (WIDTH - x)) - 2, SIZE);
  return (
    <ChartFrame
      view={view} title={title} caption={caption}
      columns={[{ key: 'month', label: labels.month }, { key: 'value', label: labels.value, numeric: true }, ...(stateText ? [{ key: 'state', label: labels.state ?? '' }] : [])]}
      rows={points.map((point) => ({ key: point.key, label: point.label, href: point.href, cells: [format(point.value), ...(stateText ? [stateText(point)] : [])] }))}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" aria-hidden="true" focusable="false">
        <line x1="0" x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} stroke="var(--edge)" strokeWidth="1" />
        {drawn.lines.map((line) => <polyline key={line} points={line} fill="none" stroke="var(--door)" strokeWidth="2" />)}
        {points.map(({ key, value, closed }, at) => {
          const [x, y] = drawn.at[at]!;
          return (
            <g key={key}>
              {value === null ? <line x1={x} x2={x} y1={TOP} y2={HEIGHT - BOTTOM} stroke="var(--ink-soft)" strokeWidth="2" strokeDasharray="1 5" /> : <circle cx={x} cy={y} r="3" fill="var(--door)" />}
              {value !== null && wordy(numbers, at) ? <Word x={x} y={y + numberBeside(drawn.at.map(([, high]) => high), at)} text={inPlace(numbers, at, x)} /> : null}
              {wordy(months, at) ? <Word x={x} y={HEIGHT - BOTTOM + 14} text={inPlace(months, at, x)} /> : null}
              {closed ? <rect x={x - 3} y={HEIGHT - 10} width="6" height="6" fill="var(--ink-soft)" /> : null}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
};

const Word = ({ x, y, text }: { x: number; y: number; text: string }): ReactNode => <text x={x} y={y} fontSize={SIZE} textAnchor="middle" fill="var(--ink)">{text}</text>;

/** How far over or under its point a number stands: under it in a valley, where two lines would run through it, unless the month stands there. */
export function numberBeside(heights: readonly number[], at: number): number {
  const [before = 0, here = 0, after = 0] = [heights[at - 1], heights[at], heights[at + 1]];
  const valley = heights.length > at + 1 && at > 0 && before < here - 6 && after < here - 6;
  return valley && here + SIZE + 6 < HEIGHT - BOTTOM ? SIZE + 5 : -7;
}

/** Which words are written so that none touches the next: each, every third or every fifth, as one in the middle speaks for those beside it. */
export function everyWhich(texts: readonly string[], slot: number): number {
  const slots = (Math.max(0, ...texts.map((text) => widthOf(text, SIZE))) + 2) / slot;
  return slots <= 1 ? 1 : slots <= 3 ? 3 : 5;
}

/** Where each point stands, and the lines between neighbours that are both known. From right to left where one reads so. */
export function trendDrawing(values: readonly (number | null)[], rtl: boolean): { at: readonly (readonly [number, number])[]; lines: readonly string[] } {
  const slot = WIDTH / Math.max(1, values.length);
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const at = values.map((value, month): readonly [number, number] => {
    const x = slot * (month + 0.5);
    return [Math.round((rtl ? WIDTH - x : x) * 10) / 10, Math.round((HEIGHT - BOTTOM - ((value ?? 0) / most) * (HEIGHT - BOTTOM - TOP)) * 10) / 10];
  });
  const runs: string[][] = [[]];
  for (const [month, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)!.push(at[month]!.join(','));
  }
  return { at, lines: runs.filter((run) => run.length > 1).map((run) => run.join(' ')) };
}
