import { suppress, treeCells } from '#modules/evidence/public.ts';
import { query } from '../desk.ts';
import { countCells, registerOf, type UnmetCell, unmetPeriod, type UnmetRegister } from './unmet-needs.query.ts';

/**
 * The same register for those who may not see people, over the hubs they answer for: numbers below 5 are hidden, and whatever
 * else would let them be worked out from the totals.
 */
export const unmetFigures = query({
  name: 'unmet-need-figures',
  says: 'Counts unmet needs without small numbers.',
  login: 'report',
  input: unmetPeriod,
  run: async (asking, period): Promise<UnmetRegister> => {
    const hubs = [...new Set(asking.actor.roles.flatMap((role) => role.hubs))];
    return hideSmall(await countCells(asking, period, hubs));
  },
});

/** Hides what is small and what would give it away; totals by cause and in all are numbers of the same table. */
export function hideSmall(cells: readonly UnmetCell<number>[]): UnmetRegister {
  const whole = registerOf(cells);
  const key = (cell: UnmetCell, at: number) => `${cell.cause} ${at}`;
  const hidden = suppress(treeCells(cells.map((cell, at) => ({ hub: key(cell, at), region: cell.cause, value: cell.count }))));
  const shown = <C extends number>(id: string, count: C) => (hidden.has(id) ? null : count);
  return {
    cells: cells.map((cell, at) => ({ ...cell, count: shown(`hub:${key(cell, at)}`, cell.count) })),
    byCause: Object.fromEntries(Object.entries(whole.byCause).map(([cause, count]) => [cause, shown(`region:${cause}`, count)])),
    total: shown('all', whole.total),
    hides: hidden.size > 0,
  };
}
