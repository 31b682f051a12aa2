import { z } from 'zod';
import { choice, maybe, wholeNumber } from '#core/input.ts';
import { query } from '../portal.ts';
import { contentKinds } from './content-tables.ts';
import { publishedBy } from './published.ts';

const PAGE = 30;

/** What the hubs of the network published, the newest first, thirty a page. */
export const publicContent = query({
  name: 'public-content',
  says: 'Articles, help texts and news of the network.',
  input: z.strictObject({ kind: maybe(choice(contentKinds)), page: maybe(wholeNumber(1, 1_000)) }),
  run: async (asking, { kind, page = 1 }) => {
    let all = asking.tx.selectFrom('portal.content').where('network_id', '=', asking.network).where('state', '=', 'published');
    if (kind) all = all.where('kind', '=', kind);
    const { total } = await all.select(({ fn }) => fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow();
    return { items: await publishedBy(asking, { kind, most: PAGE, skip: (page - 1) * PAGE }), total: Number(total), page, pageSize: PAGE };
  },
});
