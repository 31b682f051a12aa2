import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

/** A batch of the hub where she stands; one that waits is held until commit when `hold`, so that two who decide at once come one after the other. */
export async function knownBatch({ tx, network, hub, absent }: Asking<CurrencyTables>, batch: string, hold = true) {
  const asked = tx.selectFrom('currency.batch').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', batch);
  // Only what waits may be written, so only that is locked; what was decided meanwhile is read as it is.
  if (hold) await asked.forUpdate().execute();
  const row = await asked.executeTakeFirst();
  return row ? { ...row, total: Number(row.total_minor) } : absent();
}
