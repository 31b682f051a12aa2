import type { Tx } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/** Every answer a person gave at this hub, the newest first; what was taken back stays, marked. */
export const consentsOf = (tx: Tx<PeopleTables>, network: string, hub: string, person: string) =>
  tx.selectFrom('people.consent')
    .select(['id', 'purpose', 'answer', 'channel', 'language', 'answered_at as answeredAt', 'withdrawn_at as withdrawnAt'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', '=', person)
    .orderBy('answered_at', 'desc').orderBy('id', 'desc').execute();

export type ConsentCard = Awaited<ReturnType<typeof consentsOf>>[number];
