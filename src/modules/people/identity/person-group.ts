import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/**
 * Every file of the identity this person belongs to, herself included: one id, unless files were merged. Use it wherever what happened
 * to her, what she agreed to or how she is reached is read; what is written keeps the id it was written for.
 */
export async function personGroup(tx: AnyTx, person: string): Promise<readonly string[]> {
  const rows = await within<PeopleTables>(tx).selectFrom('core.same_person as one')
    .innerJoin('core.same_person as other', (join) => join.onRef('other.network_id', '=', 'one.network_id').onRef('other.survivor_id', '=', 'one.survivor_id'))
    .select('other.person_id').where('one.person_id', '=', person).orderBy('other.person_id').execute();
  return rows.length === 0 ? [person] : rows.map((row) => row.person_id);
}
