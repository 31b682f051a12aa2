import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import { asAnswered } from './consent-in-force.ts';
import { inForce } from './consent-state.ts';
import type { ConsentPurpose } from './consent-table.ts';

/**
 * Everybody who agrees to this purpose at this moment, as `hub person`: at which hub, and the file that stands for her when several were
 * merged. The same answer as `consentHolding` for each of them; for a job, which sees every hub.
 */
export async function consentingTo(tx: AnyTx, network: string, purpose: ConsentPurpose, at: Date): Promise<ReadonlySet<string>> {
  const rows = await within<PeopleTables>(tx).selectFrom('people.consent as c')
    .leftJoin('core.same_person as same', (join) => join.onRef('same.network_id', '=', 'c.network_id').onRef('same.person_id', '=', 'c.person_id'))
    .select(['c.id', 'c.hub_id', 'c.person_id', 'same.survivor_id', 'c.answer', 'c.answered_at', 'c.until_at', 'c.withdrawn_at', 'c.recipient_id', 'c.recipient_hub_id', 'c.fields'])
    .where('c.network_id', '=', network).where('c.purpose', '=', purpose).execute();
  const answers = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const whose = `${row.hub_id} ${row.survivor_id ?? row.person_id}`;
    const hers = answers.get(whose);
    if (hers) hers.push(row);
    else answers.set(whose, [row]);
  }
  return new Set([...answers].filter(([, hers]) => inForce(hers.map(asAnswered), { recipient: null, fields: [] }, at) !== undefined).map(([whose]) => whose));
}
