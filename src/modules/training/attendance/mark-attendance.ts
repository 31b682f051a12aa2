import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { markedVia, marks } from '../codes.ts';
import { isReadOnly, knownSession } from '../session/known-session.ts';
import { action } from '../training.ts';

/**
 * Marks who was there in one half-day, the whole sheet at once or one seat at the door. Only seats that were given; marking again puts
 * right what was wrong, until the course is closed. Refused before the half-day begins (`not-yet`): the database refuses it too.
 */
export const markAttendance = action({
  name: 'mark-attendance',
  says: 'Marks who was there in a half-day of a course.',
  input: z.strictObject({ half_day: id(), via: choice(markedVia), mark: z.record(z.uuid(), choice(marks)) }),
  refuses: ['not-yet', 'session-over', 'nothing-marked', 'agreement-over'],
  run: async (doing, { half_day, via, mark }) => {
    const { tx, network, hub, now, actor, refuse, record, absent } = doing;
    const half = (await tx.selectFrom('training.half_day').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', half_day).executeTakeFirst()) ?? absent();
    const session = await knownSession(doing, half.session_id);
    if (await isReadOnly(doing, session.id)) refuse('agreement-over');
    if (session.state !== 'announced') refuse('session-over');
    if (half.starts_at > now) refuse('not-yet');
    const marked = Object.entries(mark);
    if (marked.length === 0) refuse('nothing-marked');
    const seats = await tx.selectFrom('training.seat').select('id').where('network_id', '=', network).where('session_id', '=', session.id).where('state', '=', 'given').where('id', 'in', marked.map(([seat]) => seat)).execute();
    if (seats.length < marked.length) absent();
    await tx.insertInto('training.attendance')
      .values(marked.map(([seat_id, state]) => ({ network_id: network, seat_id, half_day_id: half_day, hub_id: hub, session_id: session.id, state, via, marked_by: actor.account, marked_at: now })))
      .onConflict((row) => row.columns(['network_id', 'seat_id', 'half_day_id']).doUpdateSet(({ ref }) => ({ state: ref('excluded.state'), via: ref('excluded.via'), marked_by: ref('excluded.marked_by'), marked_at: ref('excluded.marked_at') })))
      .execute();
    const count = (state: string) => marked.filter(([, each]) => each === state).length;
    await record({ name: 'attendance-marked', subject: session.id, body: { half_day, via, present: count('present'), absent: count('absent'), excused: count('excused') } });
    return { session: session.id, half_day };
  },
});
