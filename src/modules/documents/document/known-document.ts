import type { Asking } from '#core/action.ts';
import type { DocumentsTables } from '../documents.ts';

/** A document that the reader may open, with its title; absent when she may not, also when it was withdrawn. */
export async function knownDocument(asking: Asking<DocumentsTables>, document: string) {
  const { tx, network, absent } = asking;
  const row = await tx.selectFrom('documents.document').selectAll()
    .where('network_id', '=', network).where('id', '=', document).where('withdrawn_at', 'is', null).executeTakeFirst() ?? absent();
  return { ...row, title: await titleOf(asking, row) };
}

/** What the desk calls a document; opening it is noted. Null when it has no name of its own. */
export async function titleOf({ vault }: Asking<DocumentsTables>, { id, person_id: person, hub_id: hub, sealed_title }: { id: string; person_id: string; hub_id: string; sealed_title: Buffer | null }): Promise<string | null> {
  return sealed_title && vault.open({ person, hub, table: 'documents.document', column: 'sealed_title', row: id }, sealed_title);
}
