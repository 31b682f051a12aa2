/** What an application is scored by, as published with the call. */
export interface Criterion {
  readonly code: string;
  readonly kind: 'automatic' | 'jury';
  readonly weight: number;
  readonly most: number;
}

/**
 * The published formula: 100 × Σ (weight × points ÷ most) ÷ Σ weight, rounded half up to thousandths. `points` stand in thousandths of a
 * point in the order of the criteria; the answer is in thousandths, so 100,000 is the most. Whole-number arithmetic: no machine rounds
 * another way.
 */
export function scorer(criteria: readonly Criterion[]): (points: readonly number[]) => number {
  const whole = BigInt(criteria.reduce((sum, { weight }) => sum + weight, 0));
  const common = criteria.reduce((least, { most }) => (least * BigInt(most)) / greatestCommon(least, BigInt(most)), 1n);
  const factors = criteria.map(({ weight, most }) => BigInt(weight) * (common / BigInt(most)));
  return (points) => {
    if (whole === 0n) return 0;
    const sum = points.reduce((total, each, at) => total + factors[at]! * BigInt(each), 0n);
    return Number(floored(sum * 200n + whole * common, whole * common * 2n));
  };
}

const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b));
/** Towards minus infinity, as half up needs it below nothing too. */
const floored = (a: bigint, b: bigint): bigint => (a >= 0n || a % b === 0n ? a / b : a / b - 1n);
