import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../portal.ts';
import { ownItem } from './own-item.ts';

/** Takes an item from the public; it can be published again. */
export const withdrawContent = action({
  name: 'withdraw-content',
  says: 'Takes an item from the public.',
  input: z.strictObject({ item: id() }),
  run: async (doing, { item }) => {
    const { tx, network, now, record } = doing;
    await ownItem(doing, item);
    await tx.updateTable('portal.content').set({ state: 'withdrawn', changed_at: now }).where('network_id', '=', network).where('id', '=', item).execute();
    await record({ name: 'content-withdrawn', subject: item });
    return { item };
  },
});
