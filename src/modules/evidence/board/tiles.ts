import { territoriesOfLevel, territoryLine } from '#modules/network/public.ts';
import type { ReadFigure } from '../reading/read-figure.ts';

/** A governorate of Tunisia or a region of Morocco in the grid: west left, north above. */
const grid: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'TN-23': [2, 0], 'TN-12': [3, 0], 'TN-32': [0, 1], 'TN-31': [1, 1], 'TN-14': [2, 1], 'TN-11': [3, 1], 'TN-21': [4, 1],
  'TN-33': [0, 2], 'TN-34': [1, 2], 'TN-22': [2, 2], 'TN-13': [3, 2], 'TN-42': [1, 3], 'TN-41': [2, 3], 'TN-51': [3, 3], 'TN-52': [4, 3],
  'TN-71': [1, 4], 'TN-43': [2, 4], 'TN-61': [3, 4], 'TN-53': [4, 4], 'TN-72': [0, 5], 'TN-73': [1, 5], 'TN-81': [2, 5], 'TN-82': [3, 5], 'TN-83': [3, 6],
  'MA-01': [3, 0], 'MA-04': [2, 1], 'MA-03': [3, 1], 'MA-02': [4, 1], 'MA-06': [1, 2], 'MA-05': [2, 2], 'MA-08': [3, 2],
  'MA-09': [1, 3], 'MA-07': [2, 3], 'MA-10': [1, 4], 'MA-11': [0, 5], 'MA-12': [0, 6],
};

/** A place of the map with what may be said of it: undefined where it cannot be told from nobody. */
export interface PlacedNumber {
  readonly code: string;
  readonly column: number;
  readonly row: number;
  readonly value: number | undefined;
  /** The keys of which it is the number or the sum. */
  readonly keys: readonly string[];
}

/**
 * The map of a country with the rows of a figure divided by place. In Morocco, where people are told by province, a region is the sum of
 * those of its provinces that are printed; a mean or a middle is not added up, and such a map is empty.
 */
export function tilesOf(country: string, { rows, folded }: Pick<ReadFigure, 'rows' | 'folded'>, addsUp: boolean): readonly PlacedNumber[] {
  const places = country === 'TN' ? territoriesOfLevel('TN', 'governorate') : country === 'MA' && addsUp ? territoriesOfLevel('MA', 'region') : [];
  return places.flatMap(({ code }) => {
    const at = grid[code];
    const inside = rows.filter(({ key }) => territoryLine(key).some((place) => place.code === code));
    const known = inside.filter(({ shown }) => shown.value !== null);
    return at ? [{ code, column: at[0], row: at[1], value: known.length ? known.reduce((sum, { shown }) => sum + shown.value!, 0) : folded || !addsUp ? undefined : 0, keys: inside.map(({ key }) => key) }] : [];
  });
}
