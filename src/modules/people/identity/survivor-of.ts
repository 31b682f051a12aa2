import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/**
 * For each of these persons the file that stands for her here: her own, or the one it was merged into when that one is received where
 * the reader stands. Every id asked for has an answer.
 */
export async function survivorOf(tx: AnyTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map(ids.map((id) => [id, id]));
  if (found.size === 0) return found;
  const rows = await within<PeopleTables>(tx).selectFrom('core.same_person as same')
    .innerJoin('people.person as survivor', (join) => join.onRef('survivor.network_id', '=', 'same.network_id').onRef('survivor.id', '=', 'same.survivor_id'))
    .select(['same.person_id', 'same.survivor_id']).where('same.person_id', 'in', [...found.keys()]).execute();
  for (const row of rows) found.set(row.person_id, row.survivor_id);
  return found;
}
