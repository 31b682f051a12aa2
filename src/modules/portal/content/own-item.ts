import type { Asking } from '#core/action.ts';
import type { PortalTables } from '../portal.ts';

/** The hub's own item, locked until the change is done; hidden, of another hub and absent are the same. */
export async function ownItem({ tx, network, hub, absent }: Asking<PortalTables>, item: string) {
  const row = await tx.selectFrom('portal.content').select(['id', 'state', 'published_at'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', item).forUpdate().executeTakeFirst();
  return row ?? absent();
}
