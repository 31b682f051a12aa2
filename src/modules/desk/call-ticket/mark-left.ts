import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../desk.ts';
import { nobodyYet } from '../ticket/snapshot.ts';

/** Ends a ticket that nobody was received on: she left before her number, or did not answer the call. */
export const markLeft = action({
  name: 'mark-left',
  says: 'Ends a ticket whose holder left or did not answer the call.',
  input: z.strictObject({ ticket: id(), state: choice(['left', 'no-show']) }),
  refuses: ['visit-began'],
  run: async (doing, { ticket, state }) => {
    const { tx, network, hub, now } = doing;
    const ended = await tx
      .updateTable('desk.ticket')
      .set({ state, ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket)
      .where('state', 'in', ['waiting', 'called']).where('received_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) {
      const known = await tx.selectFrom('desk.ticket').select('id')
        .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
      return known ? doing.refuse('visit-began') : doing.absent();
    }
    await doing.record({ name: 'ticket-ended-unserved', subject: ticket, body: { ...nobodyYet, state } });
    return { ticket };
  },
});
