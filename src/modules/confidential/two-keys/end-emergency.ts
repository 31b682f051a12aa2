import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../confidential.ts';

/** I read what I needed: the file closes before the four hours are over. The review is still owed. */
export const endEmergency = action({
  name: 'end-emergency',
  says: 'Ends my reading in an emergency before its time.',
  input: z.strictObject({ request: id() }),
  run: async ({ tx, network, now, actor, record, absent }, { request }) => {
    const ended = await tx.updateTable('confidential.key_request').set({ ended_at: now })
      .where('network_id', '=', network).where('id', '=', request).where('asked_by', '=', actor.account!)
      .where('until_at', '>', now).where('ended_at', 'is', null).executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return absent();
    await record({ name: 'emergency-ended', subject: request });
    return { request };
  },
});
