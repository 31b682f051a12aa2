import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';
import { type Answered, inForce } from './consent-state.ts';
import type { ConsentPurpose, SharedField } from './consent-table.ts';

/** What a consent is wanted for, beyond its purpose. */
export interface ConsentWish {
  /** The partner (organization) or the hub that would receive; only with purpose `sharing`. */
  readonly recipient?: string | undefined;
  /** What would be shared. */
  readonly fields?: readonly SharedField[] | undefined;
  /** The hub whose consent counts. A job sees the rows of every hub and must name one. */
  readonly hub?: string | undefined;
  /** The moment it must hold; the database's clock when absent. */
  readonly at?: Date | undefined;
}

/** A consent that holds, and until when; null without an end. */
export interface HoldingConsent {
  readonly id: string;
  readonly until: Date | null;
}

/**
 * The consent that holds for this purpose, partner and fields at the hub where one stands; undefined when she said no,
 * took it back, was not asked, or its time is over. Files that were merged answer together: the newest answer counts. Nothing else in the house decides this, and nobody may go on without it.
 */
export async function consentHolding(tx: AnyTx, person: string, purpose: ConsentPurpose, wish: ConsentWish = {}): Promise<HoldingConsent | undefined> {
  let rows = within<PeopleTables>(tx).selectFrom('people.consent')
    .select(['id', 'answer', 'answered_at', 'until_at', 'withdrawn_at', 'recipient_id', 'recipient_hub_id', 'fields', sql<Date>`now()`.as('now')])
    .where('person_id', 'in', [...(await personGroup(tx, person))]).where('purpose', '=', purpose);
  if (wish.hub) rows = rows.where('hub_id', '=', wish.hub);
  const answers = await rows.execute();
  const now = wish.at ?? answers[0]?.now;
  const id = now && inForce(answers.map(asAnswered), { recipient: wish.recipient ?? null, fields: wish.fields ?? [] }, now);
  return id === undefined ? undefined : { id, until: answers.find((each) => each.id === id)!.until_at };
}

/** The id of that consent, or undefined. */
export const consentInForce = async (tx: AnyTx, person: string, purpose: ConsentPurpose, wish: ConsentWish = {}): Promise<string | undefined> =>
  (await consentHolding(tx, person, purpose, wish))?.id;

/** A row as far as it decides anything. */
export const asAnswered = (row: {
  id: string; answer: 'given' | 'refused'; answered_at: Date; until_at: Date | null; withdrawn_at: Date | null;
  recipient_id: string | null; recipient_hub_id: string | null; fields: readonly string[] | null;
}): Answered => ({
  id: row.id, answer: row.answer, at: row.answered_at, until: row.until_at, withdrawnAt: row.withdrawn_at,
  recipient: row.recipient_id ?? row.recipient_hub_id, fields: row.fields,
});
