import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { SessionState, Topic } from '../codes.ts';
import type { TrainingTables } from '../training.ts';

/** A course in a line. */
export interface SessionCard {
  readonly id: string;
  readonly hub: string;
  readonly topic: Topic;
  readonly names: Multilingual;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: SessionState;
  readonly seats: number;
  readonly given: number;
}

/** Courses by their ids, for a cohort that attaches them; those the reader may not see are missing. */
export async function sessionsByIds(tx: AnyTx, network: string, ids: readonly string[]): Promise<ReadonlyMap<string, SessionCard>> {
  if (ids.length === 0) return new Map();
  const rows = await within<TrainingTables>(tx).selectFrom('training.session').select(['id', 'hub_id', 'topic', 'names', 'starts_at', 'ends_at', 'state', 'seats', 'given'])
    .where('network_id', '=', network).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, { id: row.id, hub: row.hub_id, topic: row.topic, names: row.names, startsAt: row.starts_at, endsAt: row.ends_at, state: row.state, seats: row.seats, given: row.given }]));
}
