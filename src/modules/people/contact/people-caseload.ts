import { sql } from 'kysely';
import { defineCaseload } from '#core/brakes/caseload.ts';

// The persons for whom this colleague herself opened something that is open still.
defineCaseload('people', async (tx, { network, account, hub, now }) => {
  const { rows } = await sql<{ many: bigint }>`select count(distinct person_id) as many from people.access_grant where network_id = ${network} and hub_id = ${hub}
    and granted_by = ${account} and revoked_at is null and from_at <= ${now} and until_at > ${now}`.execute(tx);
  return Number(rows[0]!.many);
});
