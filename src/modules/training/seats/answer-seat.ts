import { type RawBuilder, sql } from 'kysely';
import type { Asking, Doing } from '#core/action.ts';
import { heldSession, type SessionRow } from '../session/known-session.ts';
import type { TrainingTables } from '../training.ts';

/** A list of codes as PostgreSQL reads it. */
const codes = (list: readonly string[]): RawBuilder<never> => sql`${`{${list.join(',')}}`}::text[]`;

export interface Answer {
  readonly seat: string;
  readonly person: string | null;
  readonly state: 'given' | 'waitlisted';
  readonly rank: number | null;
  readonly why: readonly string[];
}

/** Writes these answers, each with its reasons, and tells of each. */
export async function answerSeats({ tx, network, now, actor, recordAll }: Doing<TrainingTables>, session: string, answers: readonly Answer[]): Promise<void> {
  await sql`update training.seat s set state = a.state, state_at = ${now}, rank = a.rank, why = a.why::text[], answered_at = ${now}, answered_by = ${actor.account}::uuid
    from unnest(${answers.map(({ seat }) => seat)}::uuid[], ${answers.map(({ state }) => state)}::text[], ${answers.map(({ rank }) => rank)}::integer[], ${answers.map(({ why }) => `{${why.join(',')}}`)}::text[]) as a (id, state, rank, why)
    where s.network_id = ${network} and s.id = a.id`.execute(tx);
  await recordAll(answers.map(({ seat, person, state, rank }) => ({ name: state === 'given' ? 'seat-given' : 'seat-waitlisted', subject: seat, person, body: { session, rank } })));
}

/** Answers one request with a reason. */
export async function answerOne({ tx, network, now, actor }: Doing<TrainingTables>, seat: string, to: { state: string; reason: string; why?: readonly string[] }): Promise<void> {
  await sql`update training.seat set state = ${to.state}, state_at = ${now}, reason = ${to.reason}, why = ${to.why ? codes(to.why) : sql`why`}, answered_at = ${now}, answered_by = ${actor.account}::uuid
    where network_id = ${network} and id = ${seat}`.execute(tx);
}

/** A request and its course, held; a course that is over answers nobody any more (`session-over`). */
export async function heldSeat(asking: Asking<TrainingTables>, seat: string): Promise<{ row: SeatRow; session: SessionRow }> {
  const { tx, network, hub, absent } = asking;
  const row = (await tx.selectFrom('training.seat').select(['id', 'session_id', 'person_id', 'state', 'rank', 'why'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', seat).executeTakeFirst()) ?? absent();
  const session = await heldSession(asking, row.session_id);
  const now = (await tx.selectFrom('training.seat').select('state').where('network_id', '=', network).where('id', '=', seat).executeTakeFirstOrThrow()).state;
  if (session.state !== 'announced') asking.refuse('session-over');
  return { row: { ...row, state: now }, session };
}

interface SeatRow {
  readonly id: string;
  readonly session_id: string;
  readonly person_id: string | null;
  readonly state: string;
  readonly rank: number | null;
  readonly why: readonly string[];
}
