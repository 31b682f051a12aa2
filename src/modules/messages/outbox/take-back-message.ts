import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { action } from '../messages.ts';

/** Takes back a message that has not left: whoever sent it, a supervisor, and anyone at the counter what the house sends by itself. */
export const takeBackMessage = action({
  name: 'take-back-message',
  says: 'Takes back a message that still waits.',
  input: z.strictObject({ message: id() }),
  refuses: ['already-left', 'not-yours'],
  run: async ({ tx, network, hub, now, actor, record, refuse, absent }, { message }) => {
    const row = (await tx.selectFrom('messages.message').select(['state', 'queued_by', 'person_id', 'template']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('id', '=', message).forUpdate().executeTakeFirst()) ?? absent();
    if (row.state !== 'held') refuse('already-left');
    if (row.queued_by !== null && row.queued_by !== actor.account && !holds(actor, ['supervisor'])) refuse('not-yours');
    await tx.updateTable('messages.message').set({ state: 'taken-back', ended_at: now, taken_back_by: actor.account })
      .where('network_id', '=', network).where('id', '=', message).execute();
    await record({ name: 'message-taken-back', subject: message, person: row.person_id, body: { template: row.template } });
    return { message };
  },
});
