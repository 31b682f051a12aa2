import { sql } from 'kysely';
import { defineCaseload } from '#core/brakes/caseload.ts';

// The files this colleague keeps, alone or with another.
defineCaseload('accompaniment', async (tx, { network, account, hub }) => {
  const { rows } = await sql<{ many: bigint }>`select count(distinct case_id) as many from accompaniment.assignment where network_id = ${network} and hub_id = ${hub}
    and account_id = ${account} and state = 'accepted'`.execute(tx);
  return Number(rows[0]!.many);
});
