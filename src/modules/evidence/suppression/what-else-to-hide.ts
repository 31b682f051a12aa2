import { type Arc, type Arcs, wayBack } from './arcs.ts';
import type { Cell } from './cell.ts';

/**
 * The cheapest set of further cells that gives a hidden number more room: the shortest way round, where what is hidden
 * already costs nothing. `arcs` hold the hidden cells' room that is left and the cells that may still be hidden.
 * Null when there is none.
 */
export function whatElseToHide(arcs: Arcs, from: string, to: string, hidden: ReadonlySet<string>): Cell[] | null {
  const cost = new Map([[from, 0]]);
  const cameBy = new Map<string, Arc>();
  const open = new Set([from]);
  while (open.size) {
    const node = [...open].reduce((a, b) => (cost.get(a)! <= cost.get(b)! ? a : b));
    open.delete(node);
    if (node === to) return wayBack(cameBy, from, to).map(({ cell }) => cell).filter(({ id }) => !hidden.has(id));
    for (const arc of arcs.get(node) ?? []) {
      if (arc.room <= 0 || arc.to === from) continue;
      const price = cost.get(node)! + (hidden.has(arc.cell.id) ? 0 : 1 + (arc.cell.loss ?? arc.cell.value));
      if (price >= (cost.get(arc.to) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(arc.to, price);
      cameBy.set(arc.to, arc);
      open.add(arc.to);
    }
  }
  return null;
}
