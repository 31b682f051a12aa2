import type { AnyTx } from '../db/transaction.ts';

/** Whose work is counted, where and when. */
export interface Follower {
  readonly network: string;
  readonly account: string;
  readonly hub: string | null;
  readonly now: Date;
}

type Count = (tx: AnyTx, of: Follower) => Promise<number>;

const counts = new Map<string, Count>();

/** Says how a module counts the persons a colleague follows now: visits she took, files she keeps. */
export function defineCaseload(module: string, count: Count): void {
  counts.set(module, count);
}

/** How many persons a colleague follows now; one who is followed in two ways counts twice, in her favour. */
export async function caseloadOf(tx: AnyTx, of: Follower): Promise<number> {
  let sum = 0;
  for (const count of counts.values()) sum += await count(tx, of);
  return sum;
}
