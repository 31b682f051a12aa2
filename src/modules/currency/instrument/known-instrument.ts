import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

/** An instrument of the hub where she stands. */
export async function knownInstrument({ tx, network, hub, absent }: Asking<CurrencyTables>, instrument: string) {
  const row = await tx.selectFrom('currency.instrument').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', instrument).executeTakeFirst();
  return row ?? absent();
}
