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
  readonly rows: Float64Array[];
  readonly basis: number[];
  readonly width: number;
}

/**
 * What whoever knows these sums can say of each unknown: linear programming by the simplex method. Null when the sums contradict each
 * other. Some solution is found once, and every question starts from it. Written apart from the house, which hides by flows: the two share no line.
 */
export function boundsIn(sums: readonly Sum[]): ((unknown: string) => Span) | null {
  const names = [...new Set(sums.flatMap(({ terms }) => [...terms.keys()]))];
  const start = feasible(sums, names);
  if (!start) return null;
  const place = new Map(names.map((name, i) => [name, i]));
  return (unknown) => {
    const at = place.get(unknown);
    if (at === undefined) return { least: 0, most: Number.POSITIVE_INFINITY };
    const [least, most] = [1, -1].map((sign) => {
      const cost = new Float64Array(start.width + 1);
      cost[at] = sign;
      return lowest({ rows: start.rows.map((row) => row.slice()), basis: [...start.basis], width: start.width }, cost);
    });
    return { least: (least ?? 0) + 0, most: most == null ? Number.POSITIVE_INFINITY : 0 - most };
  };
}

/** The same of one unknown. */
export function boundsOf(sums: readonly Sum[], unknown: string): Span | null {
  const bounds = boundsIn(sums);
  return bounds ? bounds(unknown) : null;
}

/** Some solution of all sums, found by driving one stand-in for each sum down to nothing. */
function feasible(sums: readonly Sum[], names: readonly string[]): Tableau | null {
  const width = names.length;
  const place = new Map(names.map((name, i) => [name, i]));
  const rows = sums.map(({ terms, equals }, r) => {
    const row = new Float64Array(width + sums.length + 1);
    const sign = equals < 0 ? -1 : 1;
    for (const [name, weight] of terms) row[place.get(name)!]! += sign * weight;
    row[width + r] = 1;
    row[row.length - 1] = sign * equals;
    return row;
  });
  const whole: Tableau = { rows, basis: sums.map((_, r) => width + r), width: width + sums.length };
  const left = lowest(whole, new Float64Array(width + sums.length + 1).fill(1, width, width + sums.length));
  if (left === null || left > 1e-5) return null;
  for (let r = whole.rows.length - 1; r >= 0; r--) {
    if (whole.basis[r]! < width) continue;
    // A stand-in that stays at nothing leaves its row to a true unknown, or the sum said nothing new.
    const into = whole.rows[r]!.findIndex((weight, i) => i < width && Math.abs(weight) > tiny);
    if (into >= 0) pivot(whole, r, into);
    else { whole.rows.splice(r, 1); whole.basis.splice(r, 1); }
  }
  return { rows: whole.rows.map((row) => { const kept = row.slice(0, width + 1); kept[width] = row.at(-1)!; return kept; }), basis: whole.basis, width };
}

function pivot({ rows, basis }: Tableau, r: number, into: number, cost?: Float64Array): void {
  const row = rows[r]!;
  const by = row[into]!;
  for (let i = 0; i < row.length; i++) row[i]! /= by;
  for (const other of cost ? [...rows, cost] : rows) {
    const weight = other[into]!;
    if (other === row || weight === 0) continue;
    for (let i = 0; i < row.length; i++) other[i]! -= weight * row[i]!;
  }
  basis[r] = into;
}

/** The lowest value of a weighed sum of the unknowns; null when it has none. Changes the tableau and the weights. */
function lowest(tableau: Tableau, cost: Float64Array): number | null {
  const { rows, basis, width } = tableau;
  // What is in the basis is said by the others.
  for (let r = 0; r < rows.length; r++) {
    const weight = cost[basis[r]!]!;
    if (weight !== 0) for (let i = 0; i < cost.length; i++) cost[i]! -= weight * rows[r]![i]!;
  }
  for (let turn = 0; ; turn++) {
    // The steepest way is fast; Bland’s, the first one, never goes round in circles.
    let into = -1;
    if (turn < 2 * width) { for (let i = 0, steepest = -tiny; i < width; i++) if (cost[i]! < steepest) { steepest = cost[i]!; into = i; } }
    else for (let i = 0; i < width && into < 0; i++) if (cost[i]! < -tiny) into = i;
    if (into < 0) return 0 - cost[width]!;
    let out = -1;
    let best = Number.POSITIVE_INFINITY;
    for (let r = 0; r < rows.length; r++) {
      const weight = rows[r]![into]!;
      if (weight <= tiny) continue;
      const ratio = rows[r]![width]! / weight;
      if (ratio < best - tiny || (ratio < best + tiny && basis[r]! < basis[out]!)) { out = r; best = ratio; }
    }
    if (out < 0) return null;
    pivot(tableau, out, into, cost);
  }
}
