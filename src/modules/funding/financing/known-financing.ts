import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';

/** A financing file of the hub where she stands, held until commit when `hold`. */
export async function knownFinancing({ tx, network, hub, absent }: Asking<FundingTables>, file: string, hold = true) {
  const row = await tx.selectFrom('funding.financing_file').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', file)
    .$if(hold, (query) => query.forUpdate()).executeTakeFirst();
  return row ?? absent();
}
