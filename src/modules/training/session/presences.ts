import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { TrainingTables } from '../training.ts';

/** One seat that was given, with how often she was there. */
export interface Presence {
  readonly id: string;
  readonly person_id: string | null;
  readonly account_id: string | null;
  readonly trainer_id: string | null;
  readonly present: number;
  readonly marked: number;
  readonly minutes: number;
}

/** Who was there how often, for every seat given; `missing` marks are those nobody made. */
export async function presences(tx: AnyTx, network: string, session: string): Promise<{ seats: readonly Presence[]; halfDays: number; missing: number }> {
  const db = within<TrainingTables>(tx);
  const { rows: seats } = await sql<Presence>`
    select s.id, s.person_id, s.account_id, s.trainer_id, count(*) filter (where a.state = 'present')::int as present, count(a.seat_id)::int as marked,
      coalesce(sum(extract(epoch from h.ends_at - h.starts_at) / 60) filter (where a.state = 'present'), 0)::int as minutes
    from training.seat s
    left join training.attendance a on a.network_id = s.network_id and a.seat_id = s.id
    left join training.half_day h on h.network_id = a.network_id and h.id = a.half_day_id
    where s.network_id = ${network} and s.session_id = ${session} and s.state = 'given'
    group by s.id, s.person_id, s.account_id, s.trainer_id order by s.id`.execute(db);
  const { count } = await db.selectFrom('training.half_day').select(({ fn }) => fn.countAll<bigint>().as('count')).where('network_id', '=', network).where('session_id', '=', session).executeTakeFirstOrThrow();
  const halfDays = Number(count);
  return { seats, halfDays, missing: seats.reduce((sum, { marked }) => sum + halfDays - marked, 0) };
}
