import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { asJson } from '#modules/desk/public.ts';
import { action, type IncubationTables } from '../../incubation.ts';
import { rank } from '../rank/rank.ts';
import { candidatesOf } from './candidates.ts';

const ROWS_AT_ONCE = 5_000;

/** The job behind a long ranking: computes it by the rules that were noted, and writes every standing. Asked twice it does nothing new. */
export const writeRanking = action({
  name: 'write-ranking',
  says: 'Writes a ranking of many applications.',
  input: z.strictObject({ selection: id() }),
  run: async (doing, { selection }) => {
    await writeStandings(doing, selection);
    return { selection };
  },
});

/** Computes a ranking and writes its standings and what became of the quotas. */
export async function writeStandings({ tx, network, record, absent }: Doing<IncubationTables>, selection: string): Promise<void> {
  const made = (await tx.selectFrom('incubation.selection').select(['hub_id', 'call_id', 'version', 'formula', 'progress']).where('network_id', '=', network).where('id', '=', selection).forUpdate().executeTakeFirst()) ?? absent();
  const candidates = made.progress > 0 ? [] : await candidatesOf({ tx, network }, made.call_id);
  const ids = new Map(candidates.map(({ id: application, receipt }) => [receipt, application]));
  const { standings, quotas } = rank(candidates, made.formula);
  for (let from = 0; from < standings.length; from += ROWS_AT_ONCE) {
    const rows = standings.slice(from, from + ROWS_AT_ONCE).map(({ receipt, quota, ...rest }) => ({ application_id: ids.get(receipt), receipt, quota_id: quota, ...rest }));
    await sql`insert into incubation.standing (network_id, hub_id, selection_id, call_id, application_id, receipt, raw, adjusted, rank, outcome, why, quota_id, points, disagree, tie)
      select ${network}, ${made.hub_id}, ${selection}, ${made.call_id}, r.application_id, r.receipt, r.raw, r.adjusted, r.rank, r.outcome, r.why, r.quota_id, r.points, r.disagree, r.tie
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (application_id uuid, receipt text, raw int, adjusted int, rank int, outcome text, why text, quota_id uuid, points jsonb, disagree boolean, tie text)`.execute(tx);
  }
  const many = (outcome: string): number => standings.filter((each) => each.outcome === outcome).length;
  if (standings.length > 0) await tx.updateTable('incubation.selection').set({ progress: standings.length, quotas: asJson(quotas) }).where('network_id', '=', network).where('id', '=', selection).execute();
  await record({
    name: 'applications-ranked', subject: made.call_id, hub: made.hub_id,
    body: { version: made.version, applications: standings.length, selected: many('selected'), waitlisted: many('waitlisted'), quotas_short: quotas.filter(({ short }) => short).length },
  });
}
