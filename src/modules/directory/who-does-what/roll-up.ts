import type { AnyTx } from '#core/db/transaction.ts';
import { lineOf } from '../around.ts';

/** One service of one kind in one place, as the view gives it. */
export interface Doing {
  readonly organization: string;
  readonly type: string;
  readonly territory: string;
  readonly service: string;
}

/** One square of the matrix: who gives this kind of service in this territory. */
export interface Cell {
  readonly type: string;
  readonly territory: string;
  readonly organizations: readonly string[];
  readonly services: number;
  /** Two bodies give the same kind in the same place, or one where the other covers the whole. */
  readonly overlap: boolean;
}

/** The lines upward of every territory named, itself first; a country or region covers all that lies in it. */
export async function linesOf(tx: AnyTx, codes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map<string, readonly string[]>();
  for (const code of new Set(codes)) lines.set(code, await lineOf({ tx }, code));
  return lines;
}

/**
 * Gathers services into cells of kind × territory. A service counts in a column when its place lies in it, or contains it.
 * Two bodies in one column but in two different communes do not overlap; in the same commune they do (domain row 1.9).
 */
export function cellsOf(doings: readonly Doing[], columns: readonly string[], lines: ReadonlyMap<string, readonly string[]>): readonly Cell[] {
  const line = (code: string): readonly string[] => lines.get(code) ?? [code];
  const touches = (a: string, b: string): boolean => line(a).includes(b) || line(b).includes(a);
  const types = [...new Set(doings.map(({ type }) => type))];
  return types.flatMap((type) =>
    columns.flatMap((territory) => {
      const here = doings.filter((doing) => doing.type === type && touches(doing.territory, territory));
      if (here.length === 0) return [];
      const overlap = here.some((a) => here.some((b) => a.organization !== b.organization && touches(a.territory, b.territory)));
      return [{
        type, territory, overlap,
        organizations: [...new Set(here.map(({ organization }) => organization))],
        services: new Set(here.map(({ service }) => service)).size,
      }];
    }),
  );
}
