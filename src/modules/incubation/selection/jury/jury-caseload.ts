import { sql } from 'kysely';
import { defineCaseload } from '#core/brakes/caseload.ts';

// A juror follows what her calls hand her: she may open each of these projects, and is stopped beyond.
defineCaseload('incubation-jury', async (tx, { network, account }) => {
  const { rows } = await sql<{ many: bigint }>`select count(*) as many from incubation.application a where a.network_id = ${network} and a.state in ('applied', 'pre_evaluated')
    and a.call_id in (select j.call_id from incubation.jury_member j where j.network_id = ${network} and j.account_id = ${account} and j.left_at is null)`.execute(tx);
  return Number(rows[0]!.many);
});
