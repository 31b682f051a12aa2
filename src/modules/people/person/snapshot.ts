import type { AnyTx } from '#core/db/transaction.ts';
import { ageBandAt } from '#core/text/age-band.ts';
import { organizationCard } from '#modules/network/public.ts';
import type { Client } from './client-name.ts';
import { type PersonCard, personCard } from './person-card.ts';

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
  return snapshotOfCard(person ? await personCard(tx, person) : undefined, now);
}

/** The same of somebody whose columns are at hand already, as when she is registered. */
export const snapshotOfCard = (card: Partial<Pick<PersonCard, 'sex' | 'birthYear' | 'territory'>> | undefined, now: Date): Snapshot => ({
  sex: card?.sex ?? 'unknown', age_band: ageBandAt({ birthYear: card?.birthYear ?? undefined }, now.toISOString().slice(0, 10)), territory: card?.territory ?? null, kind: 'person',
});
