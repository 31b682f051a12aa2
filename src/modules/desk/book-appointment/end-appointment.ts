import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../desk.ts';
import { endBooked } from './end-booked.ts';

/** Ends an appointment that will not be kept: she did not come, or it was cancelled. The time is free again. */
export const endAppointment = action({
  name: 'end-appointment',
  says: 'Ends an appointment that will not be kept.',
  input: z.strictObject({ appointment: id(), state: choice(['missed', 'cancelled']) }),
  refuses: ['appointment-over'],
  run: async (doing, { appointment, state }) => {
    const ended = await endBooked(doing, appointment, state);
    if (!ended) return doing.refuse('appointment-over');
    await doing.record({
      name: 'appointment-ended', subject: appointment, person: ended.person_id, organization: ended.organization_id, body: { state },
    });
    return { appointment };
  },
});
