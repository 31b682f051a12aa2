import type { Asking } from '#core/action.ts';
import type { RegisterTables } from '../registers.ts';

/** An entry of the hub where she stands; another hub's is absent. `hold` keeps it until this action ends: nobody else takes a step meanwhile. */
export async function knownEntry({ tx, network, hub, absent }: Asking<RegisterTables>, entry: string, hold = false) {
  return (await tx.selectFrom('registers.entry').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', entry)
    .$if(hold, (rows) => rows.forUpdate()).executeTakeFirst()) ?? absent();
}

/** An entry as it is read. */
export type EntryRow = Awaited<ReturnType<typeof knownEntry>>;
