import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { SessionState, Topic } from '../codes.ts';
import type { TrainingTables } from '../training.ts';
import type { SessionRow } from './known-session.ts';

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
  const rows = await within<TrainingTables>(tx).selectFrom('training.session').select(columns)
    .where('network_id', '=', network).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, cardOf(row)]));
}

const DAY = 86_400_000;
const columns = ['id', 'hub_id', 'topic', 'names', 'starts_at', 'ends_at', 'state', 'seats', 'given'] as const;
const cardOf = ({ hub_id, starts_at, ends_at, ...row }: Pick<SessionRow, (typeof columns)[number]>): SessionCard => ({ ...row, hub: hub_id, startsAt: starts_at, endsAt: ends_at });

/** The courses of a hub for those it serves that a cohort may take part in: announced or planned, or over for two months at most; the next first. */
export async function sessionsToJoin({ tx, network, hub, now }: { readonly tx: AnyTx; readonly network: string; readonly hub: string; readonly now: Date }): Promise<readonly SessionCard[]> {
  const rows = await within<TrainingTables>(tx).selectFrom('training.session').select(columns)
    .where('network_id', '=', network).where('hub_id', '=', hub).where('audience', '=', 'beneficiaries').where('state', '<>', 'cancelled')
    .where('ends_at', '>', new Date(now.getTime() - 60 * DAY)).orderBy('starts_at', 'desc').limit(100).execute();
  return rows.map(cardOf);
}
