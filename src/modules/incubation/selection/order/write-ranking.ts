import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { insertMany } from '#core/db/insert-many.ts';
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
    await insertMany(tx, 'incubation.standing', {
      network_id: 'uuid', hub_id: 'uuid', selection_id: 'uuid', call_id: 'uuid', application_id: 'uuid', receipt: 'text', raw: 'integer', adjusted: 'integer', rank: 'integer', outcome: 'text', why: 'text', quota_id: 'uuid',
      points: 'jsonb', disagree: 'boolean', tie: 'text',
    }, standings.slice(from, from + ROWS_AT_ONCE).map(({ quota, ...rest }) => ({ ...rest, application_id: ids.get(rest.receipt), quota_id: quota })),
    { same: { network_id: network, hub_id: made.hub_id, selection_id: selection, call_id: made.call_id } });
  }
  const many = (outcome: string): number => standings.filter((each) => each.outcome === outcome).length;
  if (standings.length > 0) await tx.updateTable('incubation.selection').set({ progress: standings.length, quotas: asJson(quotas) }).where('network_id', '=', network).where('id', '=', selection).execute();
  await record({
    name: 'applications-ranked', subject: made.call_id, hub: made.hub_id,
    body: { version: made.version, applications: standings.length, selected: many('selected'), waitlisted: many('waitlisted'), quotas_short: quotas.filter(({ short }) => short).length },
  });
}
