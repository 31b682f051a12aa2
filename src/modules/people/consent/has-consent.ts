import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** Does her newest answer for this purpose, at the hub where one stands, agree and still hold? A consent taken back counts no more. */
export async function hasConsent(tx: AnyTx, person: string, purpose: ConsentPurpose): Promise<boolean> {
  const newest = await within<PeopleTables>(tx).selectFrom('people.consent').select(['answer', 'withdrawn_at'])
    .where('person_id', '=', person).where('purpose', '=', purpose)
    .orderBy('answered_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return newest?.answer === 'given' && newest.withdrawn_at === null;
}
