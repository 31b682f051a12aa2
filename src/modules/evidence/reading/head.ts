import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';

/** A published state of the chain: how many events were sealed, and the hash that stands for all of them. */
export interface Head {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly at: Date;
}

/** The newest published heads of this network, newest first. */
export async function newestHeads(tx: AnyTx, network: string, most: number): Promise<Head[]> {
  const rows = await within<EvidenceTables>(tx).selectFrom('core.head').select(['seq', 'hash', 'at'])
    .where('network_id', '=', network).orderBy('seq', 'desc').limit(most).execute();
  return rows.map(({ seq, hash, at }) => ({ seq: Number(seq), hash: hash.toString('hex'), at }));
}
