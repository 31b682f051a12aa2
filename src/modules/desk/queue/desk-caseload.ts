import { sql } from 'kysely';
import { defineCaseload } from '#core/brakes/caseload.ts';

// The visits this colleague called within a day: who was heard at her counter, named or not, ended or not.
defineCaseload('desk', async (tx, { network, account, hub, now }) => {
  const { rows } = await sql<{ many: bigint }>`select count(*) as many from desk.ticket where network_id = ${network} and hub_id = ${hub}
    and day >= (${now}::timestamptz - interval '2 days')::date and called_by = ${account} and called_at > ${new Date(now.getTime() - 86_400_000)}`.execute(tx);
  return Number(rows[0]!.many);
});
