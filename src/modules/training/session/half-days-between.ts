import { within } from '#core/db/transaction.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { Half, SessionState } from '../codes.ts';
import type { TrainingTables } from '../training.ts';

/** A morning or an afternoon of a course, with what a calendar says of it. */
export interface CourseHalfDay {
  readonly id: string;
  readonly session: string;
  readonly names: Multilingual;
  readonly place: Multilingual;
  readonly state: SessionState;
  readonly changedAt: Date;
  readonly on: string;
  readonly half: Half;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const most = 1_000;

/** The half-days of a hub's courses that touch a stretch of time, by their beginning; those of courses the reader may not see are missing. */
export async function halfDaysBetween({ tx, network, hub }: { readonly tx: AnyTx; readonly network: string; readonly hub: string }, from: Date, until: Date): Promise<readonly CourseHalfDay[]> {
  return within<TrainingTables>(tx).selectFrom('training.half_day as half')
    .innerJoin('training.session as session', (join) => join.onRef('session.network_id', '=', 'half.network_id').onRef('session.id', '=', 'half.session_id'))
    .select(['half.id', 'session.id as session', 'session.names', 'session.place', 'session.state', 'session.state_at as changedAt', 'half.on_day as on', 'half.half', 'half.starts_at as startsAt', 'half.ends_at as endsAt'])
    .where('half.network_id', '=', network).where('half.hub_id', '=', hub).where('half.starts_at', '<', until).where('half.ends_at', '>', from)
    .orderBy('half.starts_at').orderBy('half.id').limit(most).execute();
}
