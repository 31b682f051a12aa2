import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { titleOfFile } from '#core/files/file-name.ts';
import type { MediaType } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import type { DocumentsTables } from '../documents.ts';
import { compartmentOf, type Paper, type ParentKind } from './paper-kinds.ts';
import { keepPieces, piecesOf } from './pieces.ts';
import { takeRoom } from './shelf.ts';

/** A file that was looked into, whose it is and what it belongs to. */
interface KeptFile {
  readonly person: string;
  readonly of: ParentKind;
  readonly parent: string;
  readonly paper: Paper;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  /** What the desk calls it; without one it takes what its file was called. */
  readonly title?: string | undefined;
  readonly fileName?: string | undefined;
}

/** Seals a file under the key of its person, in the compartment of what it belongs to. Gives its number; null when the shelf of the hub has no room. The caller writes the event. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function keepDocument(asking: Asking<any>, { person, of, parent, paper, mediaType, content, title, fileName }: KeptFile): Promise<string | null> {
  const { network, hub, now, actor, vault } = asking;
  if (!(await takeRoom(asking, hub, content.length))) return null;
  const document = newId(now.getTime());
  const named = title ?? (fileName ? titleOfFile(fileName) : null);
  await within<DocumentsTables>(asking.tx).insertInto('documents.document').values({
    network_id: network, id: document, hub_id: hub, person_id: person, parent_kind: of, parent_id: parent, compartment: compartmentOf[of],
    paper, sealed_title: named ? await vault.seal({ person, table: 'documents.document', column: 'sealed_title', row: document }, named) : null,
    media_type: mediaType, bytes: content.length, pieces: piecesOf(content.length), added_by: actor.account, added_at: now,
  }).execute();
  await keepPieces(asking, { document, person, hub }, content);
  return document;
}
