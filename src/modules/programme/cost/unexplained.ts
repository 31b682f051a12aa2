/** One part of a cost as its source gives it: in ten-thousandths of the whole, in smallest units, or both. */
export interface Part {
  readonly share: number | null;
  readonly amount: number | null;
}

/** What the parts leave over of a cost; below nothing when they say more than the whole. */
export interface LeftOver {
  /** In ten-thousandths of the cost: 120 is 1.2 %. */
  readonly share: number;
  /** In smallest units; worked out from the shares where the source gives no amount. */
  readonly amount: number;
  /** The amount was worked out from rounded shares. */
  readonly about: boolean;
}

const WHOLE = 10_000;

/**
 * What remains unexplained of a cost: 57.6 % and 41.2 % leave 1.2 % (domain.md 3.4). Shares are added as the source prints them;
 * where one part has only an amount, all are compared in money.
 */
export function leftOver(cost: number, parts: readonly Part[]): LeftOver {
  const amount = cost - parts.reduce((sum, part) => sum + (part.amount ?? Math.round((cost * (part.share ?? 0)) / WHOLE)), 0);
  const about = parts.some((part) => part.amount === null);
  const printed = parts.every((part) => part.share !== null);
  return { amount, about, share: printed ? WHOLE - parts.reduce((sum, part) => sum + part.share!, 0) : Math.round((amount * WHOLE) / cost) };
}
