import type { AnyTx } from '#core/db/transaction.ts';
import { snapshotOf } from '#modules/people/public.ts';

/** Whoever came, while nobody is named yet. */
export const nobodyYet = { sex: null, age_band: null, territory: null, kind: 'person' } as const;

/** The client of a ticket as its events remember her, fixed at this moment; `nobodyYet` before she is named. */
export async function clientSnapshot(
  tx: AnyTx, client: { person_id: string | null; organization_id: string | null }, now: Date,
) {
  if (client.organization_id) return snapshotOf(tx, { organization: client.organization_id }, now);
  return client.person_id ? snapshotOf(tx, { person: client.person_id }, now) : nobodyYet;
}
