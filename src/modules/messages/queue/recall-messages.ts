import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../messages.ts';

/** Takes back what still waits about something that ended. What has left stays left. */
export const recallMessages = action({
  name: 'recall-messages',
  says: 'Takes back waiting messages about something that ended.',
  input: z.strictObject({ hub: id(), basis: z.string().regex(/^[a-z-]{1,40}$/), basis_id: id() }),
  run: async ({ tx, network, now, record }, { hub, basis, basis_id }) => {
    const taken = await tx.updateTable('messages.message').set({ state: 'taken-back', ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('basis', '=', basis).where('basis_id', '=', basis_id).where('state', '=', 'held')
      .returning('id').execute();
    await record({ name: 'messages-recalled', subject: basis_id, hub, body: { messages: taken.length } });
    return { messages: taken.length };
  },
});
