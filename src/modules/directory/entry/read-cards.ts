import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables, ServiceRow } from '../directory.ts';
import { cardOf } from './card-of.ts';
import type { ServiceCard } from './entry.ts';
import { ofServices } from './of-services.ts';
import { readUses } from './read-uses.ts';

/** What a reader holds while reading entries: the transaction, the network, the present moment. */
export interface Reading {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
  readonly now: Date;
}

/** The cards of the services named, in the order asked; those that do not exist in this network are left out. */
export async function readCards(reading: Reading, ids: readonly string[], used = readUses(reading, ids)): Promise<readonly ServiceCard[]> {
  const [rows, uses] = await Promise.all([readRows(reading, ids), used]);
  const byId = new Map<string, ServiceRow>(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [cardOf(row, uses.get(id)?.lastOn ?? null, reading.now)] : [];
  });
}

const readRows = async (reading: Reading, ids: readonly string[]): Promise<readonly ServiceRow[]> =>
  ids.length === 0 ? [] : reading.tx
    .selectFrom('directory.service')
    .selectAll()
    .where('network_id', '=', reading.network)
    .where(ofServices(ids, 'id'))
    .execute();
