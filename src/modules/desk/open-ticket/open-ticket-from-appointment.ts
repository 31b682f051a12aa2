import { z } from 'zod';
import { id } from '#core/input.ts';
import { endBooked } from '../book-appointment/end-booked.ts';
import { action } from '../desk.ts';
import { placeTicket } from '../ticket/place-ticket.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';

/** Gives a number to somebody who came at her appointed time. Pressed twice, she still has one number. */
export const openTicketFromAppointment = action({
  name: 'open-ticket-from-appointment',
  says: 'Gives a number to somebody who came at her appointed time.',
  input: z.strictObject({ appointment: id() }),
  refuses: ['appointment-over'],
  run: async (doing, { appointment }) => {
    const { tx, now } = doing;
    const kept = await endBooked(doing, appointment, 'arrived');
    if (!kept) return doing.refuse('appointment-over');
    const placed = await placeTicket(doing, {
      via: 'appointment', reason: kept.reason, appointment_id: appointment, arrived_at: now,
    });
    const { ticket, number, day } = placed ?? doing.absent();
    await doing.record({
      name: 'ticket-opened', subject: ticket, person: kept.person_id, organization: kept.organization_id,
      body: { ...(await clientSnapshot(tx, kept, now)), via: 'appointment', reason: kept.reason, on: day },
    });
    return { ticket, number };
  },
});
