import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** The id of the consent that holds for this purpose at the hub where one stands; undefined when she said no, took it back, or was not asked. */
export async function consentInForce(tx: AnyTx, person: string, purpose: ConsentPurpose): Promise<string | undefined> {
  const newest = await within<PeopleTables>(tx).selectFrom('people.consent').select(['id', 'answer', 'withdrawn_at'])
    .where('person_id', '=', person).where('purpose', '=', purpose)
    .orderBy('answered_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return newest?.answer === 'given' && newest.withdrawn_at === null ? newest.id : undefined;
}
