import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../portal.ts';
import { ownItem } from './own-item.ts';

/** Takes a picture, a sound or a link away from an item. */
export const removeMedium = action({
  name: 'remove-medium',
  says: 'Takes a picture, a sound or a link away from an item.',
  input: z.strictObject({ item: id(), medium: id() }),
  run: async (doing, { item, medium }) => {
    const { tx, network, record } = doing;
    await ownItem(doing, item);
    const gone = await tx.deleteFrom('portal.medium')
      .where('network_id', '=', network).where('content_id', '=', item).where('id', '=', medium).executeTakeFirst();
    if (gone.numDeletedRows === 0n) doing.absent();
    await record({ name: 'medium-removed', subject: item, body: { medium } });
    return { item };
  },
});
