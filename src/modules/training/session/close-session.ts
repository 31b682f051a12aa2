import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { peopleByIds, snapshotOfCard } from '#modules/people/public.ts';
import { wasThereEnough } from '../certificate/enough.ts';
import { action } from '../training.ts';
import { heldSession } from './known-session.ts';
import { presences } from './presences.ts';

const DAYS_TO_HAND_OUT = 14;

/**
 * Closes a course that is over and whose every half-day is marked: whoever was there for four fifths is trained and has a certificate.
 * Colleagues and trainers are told of by events of their own, so that no figure of persons ever holds them. Trainers read the list for
 * two more weeks. `attendance-missing` says how many marks are missing.
 */
export const closeSession = action({
  name: 'close-session',
  says: 'Closes a course and makes the certificates of those who were there for four fifths.',
  input: z.strictObject({ session: id() }),
  refuses: ['not-announced', 'not-over', 'attendance-missing', 'agreement-over'],
  run: async (doing, { session }) => {
    const { tx, network, hub, now, actor, refuse, record, recordAll } = doing;
    const row = await heldSession(doing, session);
    if (row.state !== 'announced') refuse('not-announced');
    if (row.ends_at > now) refuse('not-over');
    const { seats, halfDays, missing } = await presences(tx, network, session);
    if (missing > 0) refuse('attendance-missing', { missing });
    const trained = seats.filter(({ present }) => wasThereEnough(present, halfDays));
    const papers = trained.map((seat) => ({
      network_id: network, id: newId(now.getTime()), hub_id: hub, session_id: session, seat_id: seat.id, number: `${newSlipCode()}${newSlipCode().slice(0, 2)}`,
      present: seat.present, half_days: halfDays, minutes: seat.minutes, issued_at: now, issued_by: actor.account,
    }));
    if (papers.length) await tx.insertInto('training.certificate').values(papers).execute();
    await tx.updateTable('training.session').set({ state: 'closed', state_at: now }).where('network_id', '=', network).where('id', '=', session).execute();
    await tx.updateTable('training.taught').set({ until_at: new Date(now.getTime() + DAYS_TO_HAND_OUT * 86_400_000) }).where('network_id', '=', network).where('session_id', '=', session).execute();
    const on = clockIn(((await hubCard(tx, hub)) ?? doing.absent()).timeZone, row.ends_at).date;
    if (row.audience === 'trainers' && trained.length) {
      await tx.updateTable('training.trainer').set({ prepared_on: on }).where('network_id', '=', network).where('hub_id', '=', hub).where('id', 'in', trained.map(({ trainer_id }) => trainer_id!)).execute();
    }
    const cards = await peopleByIds(tx, trained.flatMap(({ person_id }) => person_id ?? []));
    const of = { session, topic: row.topic, programme: row.programme_id };
    await recordAll(trained.map((seat, at) => {
      const share = seat.present / halfDays;
      const told = { subject: papers[at]!.id, person: seat.person_id };
      if (seat.person_id) return { ...told, name: 'person-trained', body: { ...snapshotOfCard(cards.get(seat.person_id), now), on, ...of, share } };
      if (seat.account_id) return { ...told, name: 'staff-trained', body: { ...of, account: seat.account_id, on, share } };
      return { ...told, name: 'trainer-prepared', body: { ...of, trainer: seat.trainer_id, on, share } };
    }));
    await record({ name: 'session-closed', subject: session, body: { topic: row.topic, audience: row.audience, given: seats.length, trained: trained.length } });
    return { session, trained: trained.length };
  },
});
