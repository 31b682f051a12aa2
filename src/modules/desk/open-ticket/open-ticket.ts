import { z } from 'zod';
import { choice } from '#core/input.ts';
import { action } from '../desk.ts';
import { placeTicket } from '../ticket/place-ticket.ts';
import { reasons } from '../ticket/reason.ts';
import { nobodyYet } from '../ticket/snapshot.ts';

/**
 * Gives a number to somebody who came to the counter, or opens the visit of somebody on the phone, who does not wait.
 * Answers with the ticket and its number.
 */
export const openTicket = action({
  name: 'open-ticket',
  says: 'Gives the next number of the day to somebody who came or called.',
  input: z.strictObject({ via: choice(['walk-in', 'phone']), reason: choice(reasons) }),
  run: async (doing, { via, reason }) => {
    const { now, actor } = doing;
    const onTheLine = via === 'phone' ? ({ state: 'called', called_at: now, called_by: actor.account } as const) : {};
    const placed = await placeTicket(doing, { via, reason, arrived_at: now, ...onTheLine });
    const { ticket, number, day } = placed ?? doing.absent();
    await doing.record({ name: 'ticket-opened', subject: ticket, body: { ...nobodyYet, via, reason, on: day } });
    return { ticket, number, via };
  },
});
