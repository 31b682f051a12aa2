import type { Asking } from '#core/action.ts';
import { hubCard } from '#modules/network/public.ts';
import type { PortalTables } from '../portal.ts';

/** One item with all its versions and what stands beside it, without the files themselves; undefined when hidden or absent. */
export async function readItem({ tx, network }: Pick<Asking<PortalTables>, 'tx' | 'network'>, id: string) {
  const item = await tx.selectFrom('portal.content')
    .select(['id', 'hub_id as hub', 'kind', 'state', 'published_at as publishedAt', 'changed_at as changedAt'])
    .where('network_id', '=', network).where('id', '=', id).executeTakeFirst();
  if (!item) return undefined;
  const versions = await tx.selectFrom('portal.content_version').select(['lang', 'title', 'body', 'status', 'changed_at as changedAt'])
    .where('network_id', '=', network).where('content_id', '=', id).orderBy('status', 'desc').orderBy('lang').execute();
  const media = await tx.selectFrom('portal.medium').select(['id', 'kind', 'lang', 'words', 'url'])
    .where('network_id', '=', network).where('content_id', '=', id).orderBy('added_at').orderBy('id').execute();
  return { ...item, versions, media, names: (await hubCard(tx, item.hub))?.names ?? {} };
}
export type Item = NonNullable<Awaited<ReturnType<typeof readItem>>>;
