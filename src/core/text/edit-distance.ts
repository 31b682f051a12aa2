/** Prices of an edit; all at least 0. */
export interface EditPrices {
  /** Price of reading letter `i` of the first as letter `j` of the second. */
  readonly change: (i: number, j: number) => number;
  /** Price of leaving out letter `i` of the first. */
  readonly dropLeft: (i: number) => number;
  /** Price of leaving out letter `j` of the second. */
  readonly dropRight: (j: number) => number;
}

/**
 * The cheapest way to turn one row of letters into another, given what each change costs.
 * Answers `Infinity` above `limit`, and stops as soon as that is sure. Written here because the small libraries price every letter 1.
 */
export function pricedDistance(left: number, right: number, prices: EditPrices, limit: number): number {
  const row = [0];
  for (let j = 1; j <= right; j += 1) row.push((row[j - 1] ?? 0) + prices.dropRight(j - 1));
  for (let i = 1; i <= left; i += 1) {
    const dropped = prices.dropLeft(i - 1);
    let diagonal = row[0] ?? 0;
    let beside = diagonal + dropped;
    let least = beside;
    row[0] = beside;
    for (let j = 1; j <= right; j += 1) {
      const above = row[j] ?? 0;
      beside = Math.min(above + dropped, beside + prices.dropRight(j - 1));
      // What already costs more than the limit need not be priced further.
      if (diagonal <= limit) beside = Math.min(beside, diagonal + prices.change(i - 1, j - 1));
      row[j] = beside;
      diagonal = above;
      if (beside < least) least = beside;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
  }
  const total = row[right] ?? 0;
  return total > limit ? Number.POSITIVE_INFINITY : total;
}

/** How many letters must be changed, added or left out to turn one word into the other; `Infinity` above `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  const change = (i: number, j: number) => (a[i] === b[j] ? 0 : 1);
  return pricedDistance(a.length, b.length, { change, dropLeft: () => 1, dropRight: () => 1 }, limit);
}
