import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/** What a human of the network last decided about the duty to alert in a country; undefined when nobody has. */
export const dutyIn = (tx: AnyTx, network: string, country: string) =>
  within<PeopleTables>(tx).selectFrom('people.alert_duty').select(['decision', 'reason', 'decided_at as decidedAt'])
    .where('network_id', '=', network).where('country', '=', country).orderBy('decided_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
