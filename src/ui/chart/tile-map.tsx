import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { ChartFrame } from './chart-frame.tsx';
import { fitted, lines } from './fit-text.ts';

/** One place as a tile: where it stands in the grid, what it is called and its number. */
export interface Tile {
  readonly key: string;
  readonly label: string;
  readonly column: number;
  readonly row: number;
  /** Undefined: nothing is said of this place. Null: its number is kept back. */
  readonly value: number | null | undefined;
  readonly href?: string | undefined;
}

interface Props {
  readonly view: View;
  readonly title: string;
  readonly caption?: string;
  readonly labels: { readonly place: string; readonly value: string };
  readonly tiles: readonly Tile[];
  readonly format: (value: number | null) => string;
}

const [COLUMNS, SIDE, DEEPEST] = [5, 64, 0.32] as const;
/** How a tile writes the name of its place: the first of these that cuts no name short. */
const writings = [{ size: 10, most: 2, tall: 50 }, { size: 10, most: 3, tall: 61 }, { size: 9, most: 3, tall: 59 }] as const;

/** The largest letters in which every name stands whole, over as few lines as they take. */
const writingOf = (tiles: readonly Tile[]) => writings.find(({ size, most }) => tiles.every(({ label }) => !lines(label, SIDE - 6, size, most).some((line) => line.endsWith('…')))) ?? writings[2];

/**
 * Places as tiles laid as they lie to each other: each as large as the next, so that a small governorate of many people can be read too.
 * West stays left in every language, as on any map. The number stands in the tile; the shade only repeats it.
 */
export const TileMap = ({ view, title, caption, labels, tiles, format }: Props): ReactNode => {
  const most = Math.max(1, ...tiles.map(({ value }) => value ?? 0));
  const { size, most: rows, tall } = writingOf(tiles);
  const height = (Math.max(0, ...tiles.map(({ row }) => row)) + 1) * tall;
  const told = tiles.filter((tile): tile is Tile & { value: number | null } => tile.value !== undefined);
  return (
    <ChartFrame
      view={view} title={title} caption={caption} columns={[{ key: 'place', label: labels.place }, { key: 'value', label: labels.value, numeric: true }]}
      rows={told.map(({ key, label, value, href }) => ({ key, label, href, cells: [format(value)] }))}
    >
      <svg viewBox={`0 0 ${COLUMNS * SIDE} ${height}`} width="100%" aria-hidden="true" focusable="false">
        {tiles.map(({ key, label, column, row, value }) => {
          const [x, y, middle] = [column * SIDE + 1, row * tall + 1, column * SIDE + SIDE / 2];
          const names = lines(label, SIDE - 6, size, rows);
          return (
            <g key={key}>
              <title>{label}</title>
              <rect x={x} y={y} width={SIDE - 2} height={tall - 2} rx="4" fill="var(--door)" fillOpacity={Math.round(((value ?? 0) / most) * DEEPEST * 100) / 100} stroke="var(--edge)" strokeWidth="1" strokeDasharray={typeof value === 'number' ? undefined : '2 3'} />
              {names.map((line, at) => <text key={line} x={middle} y={y + 13 + at * (size + 2)} fontSize={size} textAnchor="middle" fill="var(--ink)">{line}</text>)}
              {value === undefined ? null : <text x={middle} y={y + tall - 8} fontSize="13" fontWeight="600" textAnchor="middle" fill="var(--ink)">{fitted(format(value), SIDE - 6, 13)}</text>}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
};
