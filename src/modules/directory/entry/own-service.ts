import type { Asking } from '#core/action.ts';
import type { DirectoryTables, ServiceRow } from '../directory.ts';

/** The row of a service that the actor's hub keeps, locked until commit; NotFound for any other, also for a withdrawn one. */
export async function ownService(asking: Asking<DirectoryTables>, service: string): Promise<ServiceRow> {
  const row = await asking.tx
    .selectFrom('directory.service')
    .selectAll()
    .where('network_id', '=', asking.network)
    .where('hub_id', '=', asking.hub)
    .where('id', '=', service)
    .where('status', '<>', 'defunct')
    .forUpdate()
    .executeTakeFirst();
  return row ?? asking.absent();
}
