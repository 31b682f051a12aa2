import { z } from 'zod';
import { action } from '../research.ts';

/** Deletes the rows of every extract whose days are over; the request stays, with how many rows it had. */
export const deleteExpired = action({
  name: 'delete-expired',
  says: 'Deletes extracts of research whose days are over.',
  input: z.strictObject({}),
  run: async ({ tx, network, now, record, recordAll }) => {
    const over = await tx.updateTable('research.extract').set({ state: 'ended' }).where('network_id', '=', network).where('state', '=', 'ready').where('until_at', '<=', now).returning('id').execute();
    if (over.length) await tx.deleteFrom('research.content').where('network_id', '=', network).where('extract_id', 'in', over.map(({ id }) => id)).execute();
    await recordAll(over.map(({ id }) => ({ name: 'extract-ended', subject: id, hub: null })));
    await record({ name: 'ended-extracts-looked-for', subject: network, hub: null, body: { ended: over.length } });
    return { ended: over.length };
  },
});
