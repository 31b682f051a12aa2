import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { PortalTables } from '../portal.ts';
import type { ContentKind } from './content-tables.ts';

/** What a list shows of an item: its kind, its titles in every language it has, and since when it is public. */
export interface ItemCard {
  readonly id: string;
  readonly hub: string;
  readonly kind: ContentKind;
  readonly titles: Multilingual;
  readonly publishedAt: Date;
}

interface Wanted {
  readonly hub?: string;
  readonly kind?: ContentKind | undefined;
  readonly most: number;
  readonly skip?: number;
}

/** The published items of a hub or of the whole network, the newest first. */
export async function publishedBy({ tx, network }: { tx: AnyTx; network: string }, { hub, kind, most, skip = 0 }: Wanted): Promise<readonly ItemCard[]> {
  return within<PortalTables>(tx).selectFrom('portal.content as item')
    .where('item.network_id', '=', network).where('item.state', '=', 'published')
    .$if(hub !== undefined, (items) => items.where('item.hub_id', '=', hub!))
    .$if(kind !== undefined, (items) => items.where('item.kind', '=', kind!))
    .select(['item.id', 'item.hub_id as hub', 'item.kind'])
    .select(sql<Date>`item.published_at`.as('publishedAt'))
    .select((eb) => eb.selectFrom('portal.content_version as version')
      .select(sql<Multilingual>`jsonb_object_agg(version.lang, version.title)`.as('titles'))
      .whereRef('version.network_id', '=', 'item.network_id').whereRef('version.content_id', '=', 'item.id').$asScalar().$notNull().as('titles'))
    .orderBy('item.published_at', 'desc').orderBy('item.id').limit(most).offset(skip)
    .execute();
}
