import type { RevenueKind } from '../target/target-tables.ts';

/** Where dependency begins and where it is grave, as shares of project money in all that a hub lives on: 62 % is amber (domain.md 3.11). */
export const amberAbove = 0.5;
export const redAbove = 0.75;

/** What a hub earns by itself: dues of its members and services paid for. Grants are given, project money ends with its project. */
export const ownKinds: readonly RevenueKind[] = ['dues', 'paid-services'];

/** How a year stands: shares between 0 and 1 of everything the hub lived on. */
export interface RevenueMix {
  readonly total: bigint;
  readonly byKind: ReadonlyMap<RevenueKind, bigint>;
  readonly own: number;
  readonly project: number;
  readonly light: 'green' | 'amber' | 'red';
}

/** Adds up a year in one currency, smallest units; undefined when nothing was entered. */
export function revenueMix(parts: readonly { readonly kind: RevenueKind; readonly amount: bigint }[]): RevenueMix | undefined {
  const byKind = new Map<RevenueKind, bigint>();
  for (const { kind, amount } of parts) byKind.set(kind, (byKind.get(kind) ?? 0n) + amount);
  const total = parts.reduce((sum, { amount }) => sum + amount, 0n);
  if (total === 0n) return undefined;
  const shareOf = (kinds: readonly RevenueKind[]) => Number(kinds.reduce((sum, kind) => sum + (byKind.get(kind) ?? 0n), 0n)) / Number(total);
  const project = shareOf(['project-money']);
  return { total, byKind, own: shareOf(ownKinds), project, light: project > redAbove ? 'red' : project > amberAbove ? 'amber' : 'green' };
}
