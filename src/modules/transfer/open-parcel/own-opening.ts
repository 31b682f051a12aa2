import type { Asking } from '#core/action.ts';
import { openContent, openHers } from '../parcel/seal-parcel.ts';
import type { TransferTables } from '../transfer.ts';

/** What the reader opened with the words within the hour; undefined when she did not, or the hour is over. Every reading is noted. */
export async function ownOpening({ tx, network, hub, now, actor, vault, absent }: Asking<TransferTables>, parcel: string) {
  const opening = await tx.selectFrom('transfer.opening').select(['person_id', 'sealed_key']).where('network_id', '=', network).where('hub_id', '=', hub)
    .where('parcel_id', '=', parcel).where('account_id', '=', actor.account).where('until_at', '>', now).executeTakeFirst();
  if (!opening) return undefined;
  const pieces = await tx.selectFrom('transfer.piece').select(['n', 'sealed']).where('network_id', '=', network).where('parcel_id', '=', parcel).orderBy('n').execute();
  const written = pieces.find(({ n }) => n === 1);
  if (!written) return undefined;
  const key = await openHers(vault, parcel, opening.person_id, opening.sealed_key);
  const content = openContent(key, parcel, written.sealed);
  const pieceOf = (n: number): Buffer => pieces.find((piece) => piece.n === n)?.sealed ?? absent();
  return { person: opening.person_id, key, content, pieceOf };
}
