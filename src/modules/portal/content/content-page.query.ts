import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../portal.ts';
import { readItem } from './read-item.ts';

/** One published item as anyone reads it. A draft is absent here, also for those who write it. */
export const contentPageQuery = query({
  name: 'content-page',
  says: 'One article, help text or piece of news.',
  input: z.strictObject({ item: id() }),
  run: async (asking, { item }) => {
    const found = await readItem(asking, item);
    return found?.state === 'published' ? found : asking.absent();
  },
});
