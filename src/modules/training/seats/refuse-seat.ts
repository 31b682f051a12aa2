import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { refusalReasons } from '../codes.ts';
import { action } from '../training.ts';
import { answerOne, heldSeat } from './answer-seat.ts';

/** Refuses a request with a reason that can be said to whoever asked. Being outside a priority is none. */
export const refuseSeat = action({
  name: 'refuse-seat',
  says: 'Refuses somebody a seat, with the reason.',
  input: z.strictObject({ seat: id(), reason: choice(refusalReasons) }),
  refuses: ['session-over', 'answered-already', 'agreement-over'],
  run: async (doing, { seat, reason }) => {
    const { row, session } = await heldSeat(doing, seat);
    if (row.state !== 'asked' && row.state !== 'waitlisted') doing.refuse('answered-already');
    await answerOne(doing, seat, { state: 'refused', reason });
    await doing.record({ name: 'seat-refused', subject: seat, person: row.person_id, body: { session: session.id, reason } });
    return { seat, session: session.id };
  },
});
