import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../portal.ts';
import { readItem } from './read-item.ts';

/** One item for those who write it: drafts too. An item of another hub is absent. */
export const contentSheet = query({
  name: 'content-sheet',
  says: 'One item with its versions, for those who write it.',
  input: z.strictObject({ item: id() }),
  run: async (asking, { item }) => {
    const found = await readItem(asking, item);
    return found?.hub === asking.hub ? found : asking.absent();
  },
});
