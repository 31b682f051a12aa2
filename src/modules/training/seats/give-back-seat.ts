import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { backReasons } from '../codes.ts';
import { action } from '../training.ts';
import { answerOne, answerSeats, heldSeat } from './answer-seat.ts';

/** Takes a seat or a request back; a seat that falls free before the course ends goes to the first on the waiting list, by itself. */
export const giveBackSeat = action({
  name: 'give-back-seat',
  says: 'Takes a seat back; the first on the waiting list gets it.',
  input: z.strictObject({ seat: id(), reason: choice(backReasons) }),
  refuses: ['session-over', 'answered-already', 'agreement-over'],
  run: async (doing, { seat, reason }) => {
    const { tx, network, now, refuse, record } = doing;
    const { row, session } = await heldSeat(doing, seat);
    if (row.state === 'given_back' || row.state === 'refused') refuse('answered-already');
    await answerOne(doing, seat, { state: 'given_back', reason });
    await record({ name: 'seat-given-back', subject: seat, person: row.person_id, body: { session: session.id, reason } });
    const next = row.state === 'given' && session.ends_at > now
      ? await tx.selectFrom('training.seat').select(['id', 'person_id', 'rank', 'why']).where('network_id', '=', network).where('session_id', '=', session.id)
        .where('state', '=', 'waitlisted').orderBy('rank').orderBy('id').limit(1).executeTakeFirst()
      : undefined;
    if (next) await answerSeats(doing, session.id, [{ seat: next.id, person: next.person_id, state: 'given', rank: next.rank, why: [...next.why, 'seat_freed'] }]);
    return { seat, session: session.id, promoted: next?.id ?? null };
  },
});
