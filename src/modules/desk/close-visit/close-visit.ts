import { z } from 'zod';
import { id } from '#core/input.ts';
import { closeContactGrant } from '#modules/people/public.ts';
import { action } from '../desk.ts';
import { minutesBetween } from '../ticket/day-of.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { heldStates } from '../ticket/ticket-state.ts';

/** Ends the visit: what was opened for it closes (her contact details, the officer's own notes). */
export const closeVisit = action({
  name: 'close-visit',
  says: 'Ends the visit and closes what was opened for it.',
  input: z.strictObject({ ticket: id() }),
  refuses: ['visit-not-open'],
  run: async (doing, { ticket }) => {
    const { tx, network, hub, now } = doing;
    const closed = await tx
      .updateTable('desk.ticket')
      .set({ state: 'closed', ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).where('state', 'in', heldStates)
      .returning(['person_id', 'organization_id', 'day', 'called_at'])
      .executeTakeFirst();
    if (!closed) {
      const known = await tx.selectFrom('desk.ticket').select('id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
      return known ? doing.refuse('visit-not-open') : doing.absent();
    }
    await closeContactGrant(doing, { basis: 'ticket', basisId: ticket });
    await doing.record({
      name: 'visit-closed', subject: ticket, person: closed.person_id, organization: closed.organization_id,
      body: { ...(await clientSnapshot(tx, closed, now)), on: closed.day, minutes: minutesBetween(closed.called_at ?? now, now) },
    });
    return { ticket };
  },
});
