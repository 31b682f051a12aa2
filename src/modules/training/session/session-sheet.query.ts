import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, hubCard } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { trainersOfPool } from '../trainers/trainers-of-pool.ts';
import { query } from '../training.ts';
import { isReadOnly, knownSession } from './known-session.ts';

/**
 * A course with its half-days, trainers, everyone who asked with what was answered and why, and who was there when. Names come from the
 * register, which says itself who reads them; whom the reader may not see is a line without a name.
 */
export const sessionSheet = query({
  name: 'session-sheet',
  says: 'Shows one course: its days, who has a seat and why, and who was there.',
  input: z.strictObject({ session: id() }),
  run: async (asking, { session }) => {
    const { tx, network, now } = asking;
    const row = await knownSession(asking, session);
    const halves = await tx.selectFrom('training.half_day').select(['id', 'on_day', 'half', 'starts_at', 'ends_at']).where('network_id', '=', network).where('session_id', '=', session).orderBy('starts_at').execute();
    const taught = await tx.selectFrom('training.taught').select('trainer_id').distinct().where('network_id', '=', network).where('session_id', '=', session).execute();
    const seats = await tx.selectFrom('training.seat').selectAll().where('network_id', '=', network).where('session_id', '=', session).orderBy('rank').orderBy('asked_at').orderBy('id').execute();
    const marks = await tx.selectFrom('training.attendance').select(['seat_id', 'half_day_id', 'state', 'via']).where('network_id', '=', network).where('session_id', '=', session).execute();
    const papers = new Map((await tx.selectFrom('training.certificate').select(['id', 'seat_id']).where('network_id', '=', network).where('session_id', '=', session).execute()).map((paper) => [paper.seat_id, paper.id]));
    const cards = await peopleByIds(tx, seats.flatMap(({ person_id }) => person_id ?? []));
    const staff = await accountNames(tx, seats.flatMap(({ account_id }) => account_id ?? []));
    const trainers = await trainersOfPool(tx, network, [...taught.map(({ trainer_id }) => trainer_id), ...seats.flatMap(({ trainer_id }) => trainer_id ?? [])]);
    const hub = (await hubCard(tx, row.hub_id)) ?? asking.absent();
    return {
      session: row, hub: { names: hub.names, country: hub.country, timeZone: hub.timeZone }, now, halves, readOnly: await isReadOnly(asking, session),
      trainers: trainers.filter(({ id: trainer }) => taught.some(({ trainer_id }) => trainer_id === trainer)),
      seats: seats.map((seat) => ({
        id: seat.id, state: seat.state, rank: seat.rank, why: seat.why, reason: seat.reason, part: seat.part, code: seat.code, askedAt: seat.asked_at, answeredAt: seat.answered_at,
        card: seat.person_id ? (cards.get(seat.person_id) ?? null) : null,
        name: seat.account_id ? (staff.get(seat.account_id) ?? null) : seat.trainer_id ? (trainers.find((each) => each.id === seat.trainer_id)?.name ?? null) : null,
        marks: Object.fromEntries(marks.filter(({ seat_id }) => seat_id === seat.id).map((mark) => [mark.half_day_id, mark.state])),
        certificate: papers.get(seat.id) ?? null,
      })),
    };
  },
});

export type SessionSheet = Awaited<ReturnType<(typeof sessionSheet)['spec']['run']>>;
export type SeatLine = SessionSheet['seats'][number];
