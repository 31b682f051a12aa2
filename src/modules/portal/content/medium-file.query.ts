import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../portal.ts';

/** The file of a picture or a sound as base64, under the type its content was found to have. That of a draft is for its hub only. */
export const mediumFile = query({
  name: 'medium-file',
  says: 'A picture or a sound beside an item.',
  input: z.strictObject({ medium: id() }),
  run: async ({ tx, network, absent }, { medium }) => {
    const row = await tx.selectFrom('portal.medium').select(['media_type', 'content'])
      .where('network_id', '=', network).where('id', '=', medium).executeTakeFirst();
    return row?.content && row.media_type ? { mediaType: row.media_type, content: row.content.toString('base64') } : absent();
  },
});
