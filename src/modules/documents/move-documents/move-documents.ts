import type { Asking } from '#core/action.ts';
import type { MediaType } from '#core/files/media-type.ts';
import { keepDocument } from '../document/keep-document.ts';
import { knownDocument } from '../document/known-document.ts';
import type { Paper, ParentKind } from '../document/paper-kinds.ts';
import { openPieces } from '../document/pieces.ts';

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
  return (await keepDocument(asking, { person, of, parent: person, paper, mediaType, content, title: title ?? undefined })) !== null;
}
