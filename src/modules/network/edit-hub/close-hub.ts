import { z } from 'zod';
import { id, isoDate } from '#core/input.ts';
import { action } from '../network.ts';

/** Closes a hub's door from a day on; everything it did stays. */
export const closeHub = action({
  name: 'close-hub',
  says: 'Closes a hub.',
  input: z.strictObject({ hub: id(), on: isoDate() }),
  refuses: ['hub-already-closed'],
  run: async ({ tx, network, refuse, record }, { hub, on }) => {
    const closed = await tx
      .updateTable('network.hub').set({ state: 'closed', closed_on: on })
      .where('network_id', '=', network).where('id', '=', hub).where('state', '=', 'open')
      .executeTakeFirst();
    if (closed.numUpdatedRows === 0n) refuse('hub-already-closed');
    await record({ name: 'hub-closed', subject: hub, hub });
    return { hub };
  },
});
