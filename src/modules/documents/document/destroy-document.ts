import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import type { DocumentsTables } from '../documents.ts';
import type { withdrawals } from './document-tables.ts';
import { giveRoomBack } from './shelf.ts';

/** Destroys a document's bytes and its title for good; absent when there is none or the reader may not. The caller writes the event. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function destroyDocument(asking: Asking<any>, document: string, why: (typeof withdrawals)[number]): Promise<void> {
  const { network, now, actor, absent } = asking;
  const tx = within<DocumentsTables>(asking.tx);
  const found = await tx.selectFrom('documents.document').select(['hub_id', 'bytes'])
    .where('network_id', '=', network).where('id', '=', document).where('withdrawn_at', 'is', null).executeTakeFirst() ?? absent();
  const withdrawn = await tx.updateTable('documents.document').set({ withdrawn_at: now, withdrawn_by: actor.account, withdrawn_why: why, sealed_title: null })
    .where('network_id', '=', network).where('id', '=', document).where('withdrawn_at', 'is', null).executeTakeFirst();
  if (withdrawn.numUpdatedRows === 0n) absent();
  await tx.deleteFrom('documents.piece').where('network_id', '=', network).where('document_id', '=', document).execute();
  await giveRoomBack(asking, found.hub_id, found.bytes);
}
