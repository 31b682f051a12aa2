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

/** Bars drawn by the server from the side where reading starts, with the figures in a table behind them. Prints well, needs no script. */
export const BarChart = (props: ChartProps): ReactNode => {
  const format = props.format ?? ((value: number) => number(value, props.view.locale));
  const most = Math.max(1, ...props.bars.map(({ value, target }) => Math.max(value, target ?? 0)));
  return (
    <figure className="chart">
      <figcaption>{props.title}</figcaption>
      <ul className="bars" aria-hidden="true">
        {props.bars.map((bar) => (
          <li key={bar.key} className={bar.tone ?? 'door'}>
            <bdi>{bar.label}</bdi>
            <strong>
              <bdi className="num">{format(bar.value)}</bdi>
            </strong>
            <BarDrawing bar={bar} most={most} rtl={props.view.locale.dir === 'rtl'} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{uiWords(props.view)('chart_table')}</summary>
        <ChartTable {...props} format={format} />
      </details>
    </figure>
  );
};

/** The bar itself, its wall behind it, and a line where the target stands. In right-to-left pages it is the mirror image. */
const BarDrawing = ({ bar, most, rtl }: { bar: Bar; most: number; rtl: boolean }): ReactNode => {
  const shareOf = (value: number) => Math.round(Math.max(0, Math.min(1, value / most)) * 1000) / 10;
  const length = shareOf(bar.value);
  const target = bar.target === undefined ? undefined : Math.min(99.2, shareOf(bar.target));
  return (
    <svg>
      <rect className="bar-wall" y="3" width="100%" height="12" rx="3" />
      <rect x={`${rtl ? 100 - length : 0}%`} y="3" width={`${length}%`} height="12" rx="3" />
      {target === undefined ? null : <rect className="bar-target" x={`${rtl ? 99.2 - target : target}%`} width="3" height="18" />}
    </svg>
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
