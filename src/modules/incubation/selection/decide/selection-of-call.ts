import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../../incubation.ts';

type In = Pick<Asking<IncubationTables>, 'tx' | 'network'>;

/** The newest ranking of a call with what was decided on it; undefined before the first. */
export const newestSelection = ({ tx, network }: In, call: string) =>
  tx.selectFrom('incubation.selection as s').leftJoin('incubation.decision as d', (join) => join.onRef('d.network_id', '=', 's.network_id').onRef('d.selection_id', '=', 's.id'))
    .select(['s.id', 's.version', 's.made_by', 's.made_at', 's.formula', 's.quotas', 's.applications', 's.progress', 'd.id as decision_id', 'd.asked_by', 'd.asked_at', 'd.present', 'd.quorum',
      'd.decided_by', 'd.decided_at', 'd.decision', 'd.words', 'd.published_at', 'd.appeals_until'])
    .where('s.network_id', '=', network).where('s.call_id', '=', call).orderBy('s.version', 'desc').limit(1).executeTakeFirst();

/** The approved decision of a call; undefined while there is none. */
export const approvedDecision = ({ tx, network }: In, call: string) =>
  tx.selectFrom('incubation.decision').selectAll().where('network_id', '=', network).where('call_id', '=', call).where('decision', '=', 'approved').executeTakeFirst();

type By = Pick<Asking<IncubationTables>, 'tx' | 'network' | 'actor'>;

/** Did the asker say that she has a link to somebody who applied: her own application, her kin? Then she neither puts forward nor decides. */
export async function saidLink({ tx, network, actor }: By, call: string): Promise<boolean> {
  const said = await tx.selectFrom('incubation.conflict').select('kind').where('network_id', '=', network).where('call_id', '=', call)
    .where('account_id', '=', actor.account).where('kind', 'in', ['own', 'kin', 'past_link']).executeTakeFirst();
  return said !== undefined;
}

/**
 * Does somebody else put forward or decide, for a cause that is not told: the house found that the asker typed for or accompanies an
 * applicant, or somebody who applied keeps her out? One answer for all of them, so that none of them shows.
 */
export async function isForOthers({ tx, network, actor }: By, call: string): Promise<boolean> {
  const found = await tx.selectFrom('incubation.conflict').select('kind').where('network_id', '=', network).where('call_id', '=', call)
    .where('account_id', '=', actor.account).where('kind', 'in', ['accompanied', 'typed']).executeTakeFirst();
  if (found) return true;
  const { rows } = await sql`select a.id from incubation.application a where a.network_id = ${network} and a.call_id = ${call} and a.submitted_at is not null
    and a.person_id in (select k.person_id from people.kept_apart k) limit 1`.execute(tx);
  return rows.length > 0;
}
