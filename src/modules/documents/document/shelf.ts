import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** What the documents of one hub may weigh together: some thousands of papers. */
export const mostShelfBytes = 4 * 1024 ** 3;

/** Whatever part keeps a file of a hub takes its room here, so that one end holds for all. */
interface Room { readonly tx: AnyTx; readonly network: string }

/** Takes room for a document on its hub's shelf; false when there is none left. Two who add at once wait for each other's row. */
export async function takeRoom({ tx, network }: Room, hub: string, bytes: number): Promise<boolean> {
  const { rows } = await sql`insert into documents.shelf (network_id, hub_id, bytes, documents) values (${network}, ${hub}, ${bytes}, 1)
    on conflict (network_id, hub_id) do update set bytes = shelf.bytes + excluded.bytes, documents = shelf.documents + 1
    where shelf.bytes + excluded.bytes <= ${mostShelfBytes} returning documents`.execute(tx);
  return rows.length === 1;
}

/** Gives the room of a withdrawn document back. */
export async function giveRoomBack({ tx, network }: Room, hub: string, bytes: number): Promise<void> {
  await sql`update documents.shelf set bytes = bytes - ${bytes}, documents = documents - 1 where network_id = ${network} and hub_id = ${hub}`.execute(tx);
}
