import type { Asking } from '#core/action.ts';
import type { TransferTables } from '../transfer.ts';

/** The newest link of the network's chain, in hexadecimal: both hubs write it beside the move, so that neither log can be cut alone. */
export async function headHash({ tx, network }: Pick<Asking<TransferTables>, 'tx' | 'network'>): Promise<string | null> {
  const row = await tx.selectFrom('core.seal').select('hash').where('network_id', '=', network).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.hash.toString('hex') ?? null;
}
