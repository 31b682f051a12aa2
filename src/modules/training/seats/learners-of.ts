import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Topic } from '../codes.ts';
import type { TrainingTables } from '../training.ts';

const most = 200;

/** The persons who were given a seat in a course of this topic at a hub, who began last first; whom the reader may not see are missing. */
export async function learnersOf({ tx, network, hub }: { readonly tx: AnyTx; readonly network: string; readonly hub: string }, topic: Topic): Promise<readonly string[]> {
  const rows = await within<TrainingTables>(tx).selectFrom('training.seat as seat')
    .innerJoin('training.session as session', (join) => join.onRef('session.network_id', '=', 'seat.network_id').onRef('session.id', '=', 'seat.session_id'))
    .select(['seat.person_id', 'session.starts_at']).where('seat.network_id', '=', network).where('seat.hub_id', '=', hub).where('session.topic', '=', topic).where('session.state', '<>', 'cancelled')
    .where('seat.state', '=', 'given').where('seat.person_id', 'is not', null).orderBy('session.starts_at', 'desc').limit(most).execute();
  return [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))];
}
