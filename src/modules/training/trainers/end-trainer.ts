import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../training.ts';

/** Notes that a trainer left the pool: she is named in no new course; courses she stands in are moved or cancelled by whoever leads them. */
export const endTrainer = action({
  name: 'end-trainer',
  says: 'Notes that a trainer left the pool.',
  input: z.strictObject({ trainer: id() }),
  run: async ({ tx, network, hub, now, record, absent }, { trainer }) => {
    const { numUpdatedRows } = await tx.updateTable('training.trainer').set({ left_at: now }).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', trainer).where('left_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows === 0n) absent();
    await record({ name: 'trainer-left', subject: trainer, body: {} });
    return { trainer };
  },
});
