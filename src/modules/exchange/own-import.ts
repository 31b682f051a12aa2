import type { Asking } from '#core/action.ts';
import type { ExchangeTables, ImportRow } from './exchange.ts';

/** An import of the hub where one stands, held until the end of the transaction: two hands never move it at once. */
export async function ownImport({ tx, network, hub, absent }: Asking<ExchangeTables>, id: string): Promise<ImportRow> {
  const row = await tx.selectFrom('exchange.import').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
    .where('id', '=', id).forUpdate().executeTakeFirst();
  return (row as ImportRow | undefined) ?? absent();
}

/** Moves an import on: its state, its counts, the moment. */
export async function moveImport({ tx, network, now }: Pick<Asking<ExchangeTables>, 'tx' | 'network' | 'now'>, id: string, to: Partial<ImportRow>): Promise<void> {
  await tx.updateTable('exchange.import').set({ ...to, moved_at: now }).where('network_id', '=', network).where('id', '=', id).execute();
}
