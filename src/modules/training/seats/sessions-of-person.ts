import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { personGroup } from '#modules/people/public.ts';
import type { SeatState, Topic } from '../codes.ts';
import type { TrainingTables } from '../training.ts';

/** One course somebody asked for, as far as the reader may see it. */
export interface PersonSession {
  readonly session: string;
  readonly topic: Topic;
  readonly names: Multilingual;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: SeatState;
  /** The certificate, when she was there for four fifths. */
  readonly certificate: string | null;
}

/** Every course this person asked for under any of her files, the newest first; what the reader's hub may not see is missing. */
export async function sessionsOfPerson(tx: AnyTx, network: string, person: string): Promise<readonly PersonSession[]> {
  const rows = await within<TrainingTables>(tx).selectFrom('training.seat as seat')
    .innerJoin('training.session as session', (join) => join.onRef('session.network_id', '=', 'seat.network_id').onRef('session.id', '=', 'seat.session_id'))
    .leftJoin('training.certificate as paper', (join) => join.onRef('paper.network_id', '=', 'seat.network_id').onRef('paper.seat_id', '=', 'seat.id'))
    .select(['session.id', 'session.topic', 'session.names', 'session.starts_at', 'session.ends_at', 'seat.state', 'paper.id as certificate'])
    .where('seat.network_id', '=', network).where('seat.person_id', 'in', [...(await personGroup(tx, person))]).orderBy('session.starts_at', 'desc').limit(200).execute();
  return rows.map((row) => ({ session: row.id, topic: row.topic, names: row.names, startsAt: row.starts_at, endsAt: row.ends_at, state: row.state, certificate: row.certificate }));
}

/** The topics in which this person has a certificate, under any of her files. */
export const trainedIn = async (tx: AnyTx, network: string, person: string): Promise<ReadonlySet<Topic>> =>
  new Set((await sessionsOfPerson(tx, network, person)).flatMap(({ topic, certificate }) => (certificate ? [topic] : [])));
