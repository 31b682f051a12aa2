import { closedPeriod, listCells, monthPlus, suppress } from '#modules/evidence/public.ts';
import { hubPlaces } from '#modules/network/public.ts';
import { dayLater } from '#core/time/wall-clock.ts';
import { query } from '../desk.ts';
import { countCells, registerOf, type UnmetCell, unmetPeriod, type UnmetRegister } from './unmet-needs.query.ts';

/** The register over the network in one closed month, as those who see no people read it. */
export interface UnmetMonth extends UnmetRegister {
  /** "2026-10" */
  readonly month: string;
}

/**
 * The same register for those who may not see people: the network in one closed month, the one in which the asked days end. Two periods
 * chosen freely, or a region beside the network, would differ by a small number. Numbers below 5 are kept back, and whatever else would let
 * them be worked out from the totals, here or on the page of figures by place (decisions 0007, 0051).
 */
export const unmetFigures = query({
  name: 'unmet-need-figures',
  says: 'Counts unmet needs without small numbers.',
  login: 'report',
  input: unmetPeriod,
  run: async (asking, { from, until }): Promise<UnmetMonth> => {
    const month = closedPeriod((until ?? from)?.slice(0, 7), asking.now).to;
    const hubs = (await hubPlaces(asking.tx)).map(({ hub }) => hub);
    const days = { from: `${month}-01`, until: dayLater(`${monthPlus(month, 1)}-01`, -1) };
    return { ...hideSmall(await countCells(asking, days, hubs)), month };
  },
});

/** The province or governorate of a place, as figures divide by it. */
const placeOf = ({ territory }: UnmetCell): string => /^[A-Z]{2}-[^-]+/.exec(territory ?? '')?.[0] ?? 'unknown';
const much = 1_000_000;

/**
 * Hides what is small and what would give it away. The total and the places stand on the page of figures too, so they are taken as that page
 * shows them. What is kept back is not even named: that a cause or a place is there at all would tell of somebody.
 */
export function hideSmall(cells: readonly UnmetCell<number>[]): UnmetRegister {
  const whole = registerOf(cells);
  const places = new Map<string, number>();
  for (const cell of cells) places.set(placeOf(cell), (places.get(placeOf(cell)) ?? 0) + cell.count);
  const figures = suppress(listCells(places));
  const fixed = (id: string) => (figures.has(id) ? 'hidden' : 'shown');
  const hidden = suppress([
    ...cells.map((cell, at) => ({ id: `cell:${at}`, from: `r:${cell.cause}`, to: `c:${placeOf(cell)}`, value: cell.count })),
    ...Object.entries(whole.byCause).map(([cause, value]) => ({ id: `cause:${cause}`, from: 'top', to: `r:${cause}`, value, loss: much + value })),
    ...[...places].map(([place, value]) => ({ id: `place:${place}`, from: `c:${place}`, to: 'end', value, fixed: fixed(place) }) as const),
    { id: 'all', from: 'end', to: 'top', value: whole.total, fixed: fixed('all') },
  ]);
  return {
    cells: cells.filter((_, at) => !hidden.has(`cell:${at}`)),
    byCause: Object.fromEntries(Object.entries(whole.byCause).filter(([cause]) => !hidden.has(`cause:${cause}`))),
    total: hidden.has('all') ? null : whole.total,
    hides: hidden.size > 0,
  };
}
