import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../portal.ts';
import { ownItem } from './own-item.ts';

/** Shows an item to everyone, in the languages it has. */
export const publishContent = action({
  name: 'publish-content',
  says: 'Publishes an item in the languages it has.',
  input: z.strictObject({ item: id() }),
  run: async (doing, { item }) => {
    const { tx, network, now, record } = doing;
    const { published_at } = await ownItem(doing, item);
    await tx.updateTable('portal.content').set({ state: 'published', published_at: published_at ?? now, changed_at: now })
      .where('network_id', '=', network).where('id', '=', item).execute();
    const versions = await tx.selectFrom('portal.content_version').select('lang').where('network_id', '=', network).where('content_id', '=', item).execute();
    await record({ name: 'content-published', subject: item, body: { languages: versions.length } });
    return { item };
  },
});
