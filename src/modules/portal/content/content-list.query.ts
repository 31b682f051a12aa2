import { sql } from 'kysely';
import { z } from 'zod';
import type { Multilingual } from '#core/input.ts';
import { maybe, wholeNumber } from '#core/input.ts';
import { query } from '../portal.ts';

const PAGE = 50;

/** Everything this hub wrote, the last changed first, with the languages each item has and those nobody has read over. */
export const contentList = query({
  name: 'content-list',
  says: 'What the hub wrote: drafts, published and withdrawn.',
  input: z.strictObject({ page: maybe(wholeNumber(1, 1_000)) }),
  run: async ({ tx, network, hub }, { page = 1 }) => {
    const all = tx.selectFrom('portal.content as item').where('item.network_id', '=', network).where('item.hub_id', '=', hub);
    const { total } = await all.select(({ fn }) => fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow();
    const items = await all.select(['item.id', 'item.kind', 'item.state', 'item.changed_at as changedAt'])
      .select((eb) => eb.selectFrom('portal.content_version as version')
        .select(sql<{ titles: Multilingual; statuses: Readonly<Record<string, string>> }>`jsonb_build_object(
          'titles', jsonb_object_agg(version.lang, version.title), 'statuses', jsonb_object_agg(version.lang, version.status))`.as('of'))
        .whereRef('version.network_id', '=', 'item.network_id').whereRef('version.content_id', '=', 'item.id').$asScalar().$notNull().as('versions'))
      .orderBy('item.changed_at', 'desc').orderBy('item.id').limit(PAGE).offset((page - 1) * PAGE).execute();
    return { items, total: Number(total), page, pageSize: PAGE };
  },
});
