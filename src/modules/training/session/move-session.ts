import { z } from 'zod';
import { sql } from 'kysely';
import { choice, id, isoDate } from '#core/input.ts';
import { clockIn, dayLater, momentOf } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { moveReasons } from '../codes.ts';
import { action } from '../training.ts';
import { heldSession } from './known-session.ts';
import { nameTrainers } from './name-trainers.ts';

/**
 * Moves a course to begin on another day; the days between its half-days and their hours at the hub's clock stay, trainers come along or
 * are refused as taken. Seats stay given: the sheet lists whom to tell.
 */
export const moveSession = action({
  name: 'move-session',
  says: 'Moves a course to other days; whoever has a seat keeps it.',
  input: z.strictObject({ session: id(), first_on: isoDate(), why: choice(moveReasons) }),
  refuses: ['session-over', 'begun-already', 'time-has-passed', 'trainer-taken', 'agreement-over'],
  run: async (doing, { session, first_on, why }) => {
    const { tx, network, now, refuse, record } = doing;
    const row = await heldSession(doing, session);
    if (row.state === 'closed' || row.state === 'cancelled') refuse('session-over');
    if (row.starts_at <= now) refuse('begun-already');
    const { timeZone } = (await hubCard(tx, row.hub_id)) ?? doing.absent();
    const halves = await tx.selectFrom('training.half_day').selectAll().where('network_id', '=', network).where('session_id', '=', session).orderBy('starts_at').execute();
    const days = Math.round((Date.parse(first_on) - Date.parse(halves[0]!.on_day)) / 86_400_000);
    const later = (at: Date, on: string): Date => momentOf(timeZone, { date: dayLater(on, days), time: clockIn(timeZone, at).time });
    const moved = halves.map((half) => ({ id: half.id, on_day: dayLater(half.on_day, days), starts_at: later(half.starts_at, half.on_day), ends_at: later(half.ends_at, half.on_day) }));
    if (moved[0]!.starts_at <= now) refuse('time-has-passed', {}, 'first_on');
    const trainers = (await tx.selectFrom('training.taught').select('trainer_id').distinct().where('network_id', '=', network).where('session_id', '=', session).execute()).map((each) => each.trainer_id);
    await tx.deleteFrom('training.taught').where('network_id', '=', network).where('session_id', '=', session).execute();
    await sql`update training.half_day h set on_day = m.on_day, starts_at = m.starts_at, ends_at = m.ends_at
      from unnest(${moved.map((half) => half.id)}::uuid[], ${moved.map((half) => half.on_day)}::date[], ${moved.map((half) => half.starts_at.toISOString())}::timestamptz[], ${moved.map((half) => half.ends_at.toISOString())}::timestamptz[]) as m (id, on_day, starts_at, ends_at)
      where h.network_id = ${network} and h.id = m.id`.execute(tx);
    await nameTrainers(doing, session, moved, trainers);
    const asks = row.asks_until > now ? new Date(Math.min(moved[0]!.starts_at.getTime(), row.asks_until.getTime() + Math.max(0, days) * 86_400_000)) : row.asks_until;
    await tx.updateTable('training.session').set({
      starts_at: moved[0]!.starts_at, ends_at: new Date(Math.max(...moved.map((half) => half.ends_at.getTime()))), asks_until: asks < moved[0]!.starts_at ? asks : moved[0]!.starts_at, moved: row.moved + 1, why,
    }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'session-moved', subject: session, body: { why, times: row.moved + 1 } });
    return { session };
  },
});
