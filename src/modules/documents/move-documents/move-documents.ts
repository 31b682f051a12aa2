import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import type { MediaType } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { knownDocument } from '../document/known-document.ts';
import { compartmentOf, type Paper, type ParentKind } from '../document/paper-kinds.ts';
import { keepPieces, openPieces, piecesOf } from '../document/pieces.ts';
import { takeRoom } from '../document/shelf.ts';
import type { DocumentsTables } from '../documents.ts';

/** What a document may belong to so that it can go with her: papers of a file or of a consent stay where these are. */
export const movingKinds = ['person', 'identity', 'enterprise'] as const satisfies readonly ParentKind[];

/** A document on its way to another hub, without its bytes. */
export interface MovedDocument {
  readonly paper: Paper;
  readonly of: (typeof movingKinds)[number];
  readonly mediaType: MediaType;
  readonly title: string | null;
}

/** Opens one of these persons' documents to go with her; absent when the reader may not open it or it stays here. Every opening is noted. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function documentToMove(asking: Asking<any>, persons: readonly string[], document: string): Promise<MovedDocument & { content: Buffer }> {
  const row = await knownDocument(asking, document);
  const of = movingKinds.find((kind) => kind === row.parent_kind);
  if (!of || !persons.includes(row.person_id)) return asking.absent();
  const content = await openPieces(asking, { document, person: row.person_id, hub: row.hub_id }, row.pieces);
  return { paper: row.paper, of, mediaType: row.media_type, title: row.title, content };
}

/** Keeps a document that came with her, sealed anew at this hub; false when its shelf has no room. The caller writes the event. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function keepMovedDocument(asking: Asking<any>, person: string, { paper, of, mediaType, title, content }: MovedDocument & { content: Buffer }): Promise<boolean> {
  const { network, hub, now, actor, vault } = asking;
  if (!(await takeRoom(asking, hub, content.length))) return false;
  const document = newId(now.getTime());
  await within<DocumentsTables>(asking.tx).insertInto('documents.document').values({
    network_id: network, id: document, hub_id: hub, person_id: person, parent_kind: of, parent_id: person, compartment: compartmentOf[of], paper,
    sealed_title: title ? await vault.seal({ person, table: 'documents.document', column: 'sealed_title', row: document }, title) : null,
    media_type: mediaType, bytes: content.length, pieces: piecesOf(content.length), added_by: actor.account, added_at: now,
  }).execute();
  await keepPieces(asking, { document, person, hub }, content);
  return true;
}
