/** Numbers that add up: each weighed sum of unknowns is exactly `equals`. Unknowns are never negative. */
export interface Sum {
  readonly terms: ReadonlyMap<string, number>;
  readonly equals: number;
}

/** The least and the most that a number may be. */
export interface Span {
  readonly least: number;
  /** Infinity where nothing bounds it. */
  readonly most: number;
}

const tiny = 1e-7;

/** Rows of coefficients, the last entry of each what it equals; `basis` says which unknown each row gives. */
interface Tableau {
  readonly rows: number[][];
  readonly basis: number[];
  readonly width: number;
}

/**
 * What whoever knows these sums can say of one unknown: linear programming by the simplex method with Bland’s rule. Null when the sums
 * contradict each other. Written apart from the house, which hides by flows: the two share no line.
 */
export function boundsOf(sums: readonly Sum[], unknown: string): Span | null {
  const names = [...new Set(sums.flatMap(({ terms }) => [...terms.keys()]))];
  const at = names.indexOf(unknown);
  if (at < 0) return { least: 0, most: Number.POSITIVE_INFINITY };
  const start = feasible(sums, names);
  if (!start) return null;
  const cost = (sign: number) => names.map((_, i) => (i === at ? sign : 0));
  const least = lowest(copied(start), cost(1));
  const most = lowest(copied(start), cost(-1));
  return { least: least ?? 0, most: most === null ? Number.POSITIVE_INFINITY : -most };
}

const copied = ({ rows, basis, width }: Tableau): Tableau => ({ rows: rows.map((row) => [...row]), basis: [...basis], width });

/** Some solution of all sums, found by driving one stand-in for each sum down to nothing. */
function feasible(sums: readonly Sum[], names: readonly string[]): Tableau | null {
  const width = names.length;
  const place = new Map(names.map((name, i) => [name, i]));
  const rows = sums.map(({ terms, equals }, r) => {
    const row = Array<number>(width + sums.length + 1).fill(0);
    const sign = equals < 0 ? -1 : 1;
    for (const [name, weight] of terms) row[place.get(name)!]! += sign * weight;
    row[width + r] = 1;
    row[row.length - 1] = sign * equals;
    return row;
  });
  const whole: Tableau = { rows, basis: sums.map((_, r) => width + r), width: width + sums.length };
  const left = lowest(whole, [...names.map(() => 0), ...sums.map(() => 1)]);
  if (left === null || left > 1e-5) return null;
  for (let r = whole.rows.length - 1; r >= 0; r--) {
    if (whole.basis[r]! < width) continue;
    // A stand-in that stays at nothing leaves its row to a true unknown, or the sum said nothing new.
    const into = whole.rows[r]!.findIndex((weight, i) => i < width && Math.abs(weight) > tiny);
    if (into >= 0) pivot(whole, r, into);
    else { whole.rows.splice(r, 1); whole.basis.splice(r, 1); }
  }
  return { rows: whole.rows.map((row) => [...row.slice(0, width), row.at(-1)!]), basis: whole.basis, width };
}

function pivot({ rows, basis }: Tableau, r: number, into: number): void {
  const row = rows[r]!;
  const by = row[into]!;
  for (let i = 0; i < row.length; i++) row[i]! /= by;
  for (const other of rows) {
    const weight = other[into]!;
    if (other === row || weight === 0) continue;
    for (let i = 0; i < row.length; i++) other[i]! -= weight * row[i]!;
  }
  basis[r] = into;
}

/** The lowest value of a weighed sum of the unknowns; null when it has none. Changes the tableau. */
function lowest(tableau: Tableau, cost: readonly number[]): number | null {
  const { rows, basis, width } = tableau;
  for (;;) {
    const reduced = (i: number) => cost[i]! - rows.reduce((sum, row, r) => sum + cost[basis[r]!]! * row[i]!, 0);
    let into = -1;
    for (let i = 0; i < width && into < 0; i++) if (reduced(i) < -tiny) into = i;
    if (into < 0) return rows.reduce((sum, row, r) => sum + cost[basis[r]!]! * row.at(-1)!, 0);
    let out = -1;
    for (let r = 0; r < rows.length; r++) {
      if (rows[r]![into]! <= tiny) continue;
      const [ratio, best] = [rows[r]!.at(-1)! / rows[r]![into]!, out < 0 ? Number.POSITIVE_INFINITY : rows[out]!.at(-1)! / rows[out]![into]!];
      if (ratio < best - tiny || (ratio < best + tiny && basis[r]! < basis[out]!)) out = r;
    }
    if (out < 0) return null;
    pivot(tableau, out, into);
  }
}
