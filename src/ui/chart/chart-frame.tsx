import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { uiWords } from '../words.ts';

/** One column of the table behind a picture. */
export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
}

/** One row of it: what it is about, then a text for each further column; `href` leads to the proof. */
export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly href?: string | undefined;
}

interface FrameProps {
  readonly view: View;
  readonly title: string;
  /** How to read the picture, in a sentence. */
  readonly caption?: string | undefined;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
  readonly children: ReactNode;
}

/** A picture with its title, how to read it, and the same numbers as a table behind it. */
export const ChartFrame = ({ view, title, caption, columns, rows, children }: FrameProps): ReactNode => (
  <figure className="chart">
    <figcaption>{title}</figcaption>
    {children}
    {caption ? <p className="soft">{caption}</p> : null}
    <details>
      <summary>{uiWords(view)('chart_table')}</summary>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>{columns.map(({ key, label, numeric }) => <th key={key} scope="col" className={numeric ? 'numeric' : undefined}>{label}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells, href }) => (
            <tr key={key}>
              <th scope="row">{href ? <a href={href}><bdi>{label}</bdi></a> : <bdi>{label}</bdi>}</th>
              {cells.map((cell, at) => <td key={columns[at + 1]!.key} className={columns[at + 1]!.numeric ? 'numeric' : undefined}><bdi>{cell}</bdi></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </figure>
);
