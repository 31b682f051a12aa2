import type { AnyTx } from '#core/db/transaction.ts';
import { ageBandAt } from '#core/text/age-band.ts';
import { organizationCard } from '#modules/network/public.ts';
import type { Client } from './client-name.ts';
import { personCard } from './person-card.ts';

/** What a figure may know of a client, fixed at the time of the event: never a name. */
export interface Snapshot {
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly age_band: string | null;
  readonly territory: string | null;
  readonly kind: 'person' | 'organization';
}

/** The client as figures count her at this moment. Absent or hidden persons give unknowns, so that a count never fails on them. */
export async function snapshotOf(tx: AnyTx, { person, organization }: Client, now: Date): Promise<Snapshot> {
  if (organization) {
    const body = await organizationCard(tx, organization);
    return { sex: null, age_band: null, territory: body?.territoryCode ?? null, kind: 'organization' };
  }
  const card = person ? await personCard(tx, person) : undefined;
  const birthYear = card?.birthYear ?? undefined;
  return {
    sex: card?.sex ?? 'unknown',
    age_band: ageBandAt({ birthYear }, now.toISOString().slice(0, 10)),
    territory: card?.territory ?? null,
    kind: 'person',
  };
}
