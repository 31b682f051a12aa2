import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';

/** Every answer a person (any file of hers: `personGroup`) gave at this hub, the newest first; what was taken back stays, marked. */
export const consentsOf = (tx: Tx<PeopleTables>, network: string, hub: string, files: readonly string[]) =>
  tx.selectFrom('people.consent')
    .select([
      'id', 'purpose', 'answer', 'channel', 'language', 'answered_at as answeredAt', 'withdrawn_at as withdrawnAt', 'until_at as untilAt',
      sql<string | null>`coalesce(recipient_id, recipient_hub_id)`.as('recipient'), 'fields', 'notice_id as noticeId', 'notice_version as noticeVersion',
      'witness_id as witness', 'companion_witness as companion', 'guardian',
    ])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...files])
    .orderBy('answered_at', 'desc').orderBy('id', 'desc').execute();

export type ConsentCard = Awaited<ReturnType<typeof consentsOf>>[number];
