import { layArcs, pushThrough } from './arcs.ts';
import { type Cell, smallest } from './cell.ts';
import { whatElseToHide } from './what-else-to-hide.ts';

/**
 * Says which cells of a table must be hidden so that no small number can be worked out from the totals: first those
 * below `least`, then as many others as it takes that each of them could, for all a reader knows, be `least` or more, and
 * lies in a span of at least `least`. A zero tells of nobody: it stays unless something else is hidden, because then it
 * would narrow down the others. Input: cells that add up at every node. Output: the ids of hidden cells.
 */
export function suppress(cells: readonly Cell[], least = smallest): ReadonlySet<string> {
  const filled = cells.filter(({ value }) => value > 0);
  const hidden = new Set(filled.filter((cell) => cell.fixed === 'hidden' || (cell.fixed !== 'shown' && cell.value < least)).map(({ id }) => id));
  for (const small of filled.filter((cell) => hidden.has(cell.id) && cell.value < least)) protect(small, filled, hidden, least);
  const zeros = cells.filter((cell) => cell.value === 0 && cell.fixed !== 'shown');
  if (hidden.size || zeros.some(({ fixed }) => fixed === 'hidden')) for (const { id } of zeros) hidden.add(id);
  return hidden;
}

/** Hides more until a reader who adds and subtracts cannot pin this one down. */
function protect(small: Cell, cells: readonly Cell[], hidden: Set<string>, least: number): void {
  for (;;) {
    const others = cells.filter(({ id }) => hidden.has(id) && id !== small.id);
    const downwards = Math.min(small.value, pushThrough(layArcs(others), small.from, small.to, small.value));
    const arcs = layArcs(others);
    const upwards = pushThrough(arcs, small.to, small.from, least);
    if (small.value + upwards >= least && upwards + downwards >= least) return;
    const free = cells.filter((cell) => !hidden.has(cell.id) && cell.fixed === undefined);
    const more = whatElseToHide(layArcs(free, arcs), small.to, small.from, hidden);
    // Margins fixed elsewhere may leave no way round; then nothing that may be hidden is shown.
    for (const cell of more ?? free) hidden.add(cell.id);
    if (!more?.length) return;
  }
}
