import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { byHandReasons } from '../codes.ts';
import { action } from '../training.ts';
import { answerOne, heldSeat } from './answer-seat.ts';

/** Gives a free seat out of the announced order, with a reason that stands beside it for everyone who reads the list. */
export const placeByHand = action({
  name: 'place-by-hand',
  says: 'Gives somebody a free seat out of order, with the reason.',
  input: z.strictObject({ seat: id(), reason: choice(byHandReasons) }),
  refuses: ['session-over', 'seats-full', 'answered-already', 'agreement-over'],
  run: async (doing, { seat, reason }) => {
    const { refuse, record } = doing;
    const { row, session } = await heldSeat(doing, seat);
    if (row.state === 'given' || row.state === 'given_back') refuse('answered-already');
    if (session.given >= session.seats) refuse('seats-full');
    await answerOne(doing, seat, { state: 'given', reason, why: [...row.why.filter((each) => each !== 'by_hand'), 'by_hand'] });
    await record({ name: 'seat-given', subject: seat, person: row.person_id, body: { session: session.id, rank: row.rank } });
    return { seat, session: session.id };
  },
});
