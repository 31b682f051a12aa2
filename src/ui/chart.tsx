import type { ReactNode } from 'react';
import { number } from '#core/words/format.ts';
import type { Tone } from './tone.ts';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** What was promised: drawn as a line across the bar. */
  readonly target?: number;
  readonly tone?: Tone;
}

interface ChartProps {
  readonly view: View;
  /** What the picture shows, in a sentence. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** How values are written; plain numbers unless given. */
  readonly format?: (value: number) => string;
}

const width = 360;
const rowHeight = 44;

/** Bars drawn by the server from the side where reading starts, with the figures in a table behind them. Prints well, needs no script. */
export const BarChart = (props: ChartProps): ReactNode => {
  const format = props.format ?? ((value: number) => number(value, props.view.locale));
  return (
    <figure className="chart">
      <figcaption>{props.title}</figcaption>
      <svg viewBox={`0 0 ${width} ${props.bars.length * rowHeight}`} aria-hidden="true">
        {props.bars.map((bar, row) => (
          <BarRow key={bar.key} bar={bar} row={row} format={format} most={mostOf(props.bars)} rtl={props.view.locale.dir === 'rtl'} />
        ))}
      </svg>
      <details>
        <summary>{uiWords(props.view)('chart_table')}</summary>
        <ChartTable {...props} format={format} />
      </details>
    </figure>
  );
};

const mostOf = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ value, target }) => Math.max(value, target ?? 0)));

/** One label, its value at the other end, and the bar under both. In right-to-left pages the row is the mirror image. */
const BarRow = (props: { bar: Bar; row: number; format: (value: number) => string; most: number; rtl: boolean }): ReactNode => {
  const { bar, rtl } = props;
  const y = props.row * rowHeight;
  const lengthOf = (value: number) => Math.max(0, Math.min(1, value / props.most)) * width;
  const at = (x: number) => (rtl ? width - x : x);
  const length = lengthOf(bar.value);
  const target = bar.target === undefined ? undefined : at(Math.min(width - 2, lengthOf(bar.target)));
  return (
    <g className={`bar ${bar.tone ?? 'door'}`}>
      <text x={at(0)} y={y + 17} direction={rtl ? 'rtl' : 'ltr'}>
        {bar.label}
      </text>
      <text x={at(width)} y={y + 17} direction="ltr" textAnchor={rtl ? 'start' : 'end'} className="bar-value">
        {props.format(bar.value)}
      </text>
      <rect className="bar-wall" x="0" y={y + 24} width={width} height="12" rx="3" />
      <rect x={rtl ? width - length : 0} y={y + 24} width={length} height="12" rx="3" />
      {target === undefined ? null : <path className="bar-target" d={`M${target} ${y + 21}v18`} />}
    </g>
  );
};

const ChartTable = ({ view, bars, title, format }: ChartProps & { format: (value: number) => string }): ReactNode => {
  const words = uiWords(view);
  const hasTarget = bars.some(({ target }) => target !== undefined);
  return (
    <table>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words('chart_label')}</th>
          <th scope="col" className="numeric">{words('chart_value')}</th>
          {hasTarget ? <th scope="col" className="numeric">{words('chart_target')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row"><bdi>{bar.label}</bdi></th>
            <td className="numeric"><bdi>{format(bar.value)}</bdi></td>
            {hasTarget ? <td className="numeric"><bdi>{bar.target === undefined ? '' : format(bar.target)}</bdi></td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
