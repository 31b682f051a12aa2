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
 * Stops and answers `Infinity` once it must exceed `limit`. Written here because the small libraries price every letter 1.
 */
export function pricedDistance(left: number, right: number, prices: EditPrices, limit: number): number {
  let above = new Array<number>(right + 1).fill(0);
  for (let j = 1; j <= right; j += 1) above[j] = (above[j - 1] ?? 0) + prices.dropRight(j - 1);
  for (let i = 1; i <= left; i += 1) {
    const row = [(above[0] ?? 0) + prices.dropLeft(i - 1)];
    let least = row[0] ?? 0;
    for (let j = 1; j <= right; j += 1) {
      const changed = (above[j - 1] ?? 0) + prices.change(i - 1, j - 1);
      const best = Math.min(changed, (above[j] ?? 0) + prices.dropLeft(i - 1), (row[j - 1] ?? 0) + prices.dropRight(j - 1));
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    above = row;
  }
  return above[right] ?? 0;
}

/** How many letters must be changed, added or left out to turn one word into the other; `Infinity` above `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  const change = (i: number, j: number) => (a[i] === b[j] ? 0 : 1);
  const distance = pricedDistance(a.length, b.length, { change, dropLeft: () => 1, dropRight: () => 1 }, limit);
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}
