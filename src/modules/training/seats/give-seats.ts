import { z } from 'zod';
import { id } from '#core/input.ts';
import { heldSession } from '../session/known-session.ts';
import { action } from '../training.ts';
import { answerSeats } from './answer-seat.ts';
import { askersOf } from './askers-of.ts';
import { rankAskers } from './rank-askers.ts';

/**
 * Gives the free seats of a course to those who asked and wait, in the order that was announced, and puts the others on the waiting list
 * with their place. Each answer keeps what placed her. Seats given before stay given. Once asking has closed, so that nobody loses by
 * coming on the last day.
 */
export const giveSeats = action({
  name: 'give-seats',
  says: 'Gives the seats of a course in the announced order and says to each why.',
  input: z.strictObject({ session: id() }),
  refuses: ['not-announced', 'asking-open', 'nobody-waits', 'session-over', 'agreement-over'],
  run: async (doing, { session }) => {
    const { tx, network, now, refuse, record } = doing;
    const row = await heldSession(doing, session);
    if (row.state !== 'announced') refuse('not-announced');
    if (row.asks_until > now) refuse('asking-open');
    if (row.ends_at <= now) refuse('session-over');
    const seats = await tx.selectFrom('training.seat').select(['id', 'person_id', 'part', 'asked_at', 'state', 'rank']).where('network_id', '=', network).where('session_id', '=', session)
      .where('state', 'in', ['asked', 'waitlisted', 'given']).execute();
    const waiting = seats.filter(({ state }) => state !== 'given');
    if (waiting.length === 0) refuse('nobody-waits');
    const before = Math.max(0, ...seats.filter(({ state }) => state === 'given').map(({ rank }) => rank ?? 0));
    const free = row.seats - row.given;
    const person = new Map(seats.map((seat) => [seat.id, seat.person_id]));
    const answers = rankAskers(await askersOf(doing, row, waiting), row.priority, row.ages_on)
      .map(({ seat, why }, at) => ({ seat, person: person.get(seat) ?? null, state: at < free ? ('given' as const) : ('waitlisted' as const), rank: before + at + 1, why }));
    await answerSeats(doing, session, answers);
    await tx.updateTable('training.session').set({ seated_at: row.seated_at ?? now }).where('network_id', '=', network).where('id', '=', session).execute();
    const given = answers.filter(({ state }) => state === 'given').length;
    await record({ name: 'seats-given', subject: session, body: { given, waiting: answers.length - given, asked: waiting.length } });
    return { session, given, waiting: answers.length - given };
  },
});
