import type { Cell } from './cell.ts';

/** One direction in which a hidden number may be imagined larger (along) or smaller (against), by at most `room`. */
export interface Arc {
  readonly cell: Cell;
  readonly to: string;
  room: number;
  readonly back: Arc;
}

export type Arcs = Map<string, Arc[]>;

/** Lays the two arcs of each cell: upwards without limit, downwards as far as its value. */
export function layArcs(cells: Iterable<Cell>, arcs: Arcs = new Map()): Arcs {
  for (const cell of cells) {
    const up = { cell, to: cell.to, room: Number.POSITIVE_INFINITY } as { -readonly [K in keyof Arc]: Arc[K] };
    const down = { cell, to: cell.from, room: cell.value, back: up } as Arc;
    up.back = down;
    push(arcs, cell.from, up);
    push(arcs, cell.to, down);
  }
  return arcs;
}

const push = (arcs: Arcs, node: string, arc: Arc): void => {
  const there = arcs.get(node);
  if (there) there.push(arc);
  else arcs.set(node, [arc]);
};

/** Pushes as much as possible, up to `need`, from one node to another and returns how much went; the room left stays in the arcs. */
export function pushThrough(arcs: Arcs, from: string, to: string, need: number): number {
  let pushed = 0;
  while (pushed < need) {
    const path = shortestPath(arcs, from, to);
    if (!path) break;
    const amount = Math.min(need - pushed, ...path.map(({ room }) => room));
    for (const arc of path) {
      arc.room -= amount;
      arc.back.room += amount;
    }
    pushed += amount;
  }
  return pushed;
}

function shortestPath(arcs: Arcs, from: string, to: string): Arc[] | null {
  const cameBy = new Map<string, Arc>();
  const queue = [from];
  for (const node of queue) {
    for (const arc of arcs.get(node) ?? []) {
      if (arc.room <= 0 || arc.to === from || cameBy.has(arc.to)) continue;
      cameBy.set(arc.to, arc);
      if (arc.to === to) return wayBack(cameBy, from, to);
      queue.push(arc.to);
    }
  }
  return null;
}

/** The arcs from `from` to `to`, read backwards from where each node was entered. */
export function wayBack(cameBy: ReadonlyMap<string, Arc>, from: string, to: string): Arc[] {
  const path: Arc[] = [];
  for (let node = to; node !== from; ) {
    const arc = cameBy.get(node)!;
    path.unshift(arc);
    node = arc.back.to;
  }
  return path;
}
