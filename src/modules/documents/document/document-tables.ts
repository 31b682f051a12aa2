import type { Generated } from 'kysely';
import type { MediaType } from '#core/files/media-type.ts';
import type { Paper, ParentKind } from './paper-kinds.ts';

/** Why a document was withdrawn. */
export const withdrawals = ['mistaken', 'replaced', 'her_wish', 'no_longer_needed'] as const;

/** documents.document: what is known of a paper, picture or sound without opening it. Bytes are those of the unsealed file. */
export interface DocumentTable {
  network_id: string;
  id: string;
  hub_id: string;
  person_id: string;
  parent_kind: ParentKind;
  parent_id: string;
  compartment: 'C0' | 'C1a' | 'C1b';
  paper: Paper;
  sealed_title: Buffer | null;
  media_type: MediaType;
  bytes: number;
  pieces: number;
  added_by: string | null;
  added_at: Date;
  withdrawn_at: Generated<Date | null>;
  withdrawn_by: Generated<string | null>;
  withdrawn_why: Generated<(typeof withdrawals)[number] | null>;
}

/** documents.piece: one sealed piece of a document's bytes. */
export interface PieceTable {
  network_id: string;
  hub_id: string;
  document_id: string;
  n: number;
  sealed: Buffer;
}

/** documents.shelf: the room a hub's documents take. PostgreSQL gives the sum of bytes as text. */
export interface ShelfTable {
  network_id: string;
  hub_id: string;
  bytes: string | number;
  documents: number;
}

/** documents.accompanied_case: the files that the reader accompanies. */
export interface AccompaniedCaseView {
  network_id: string;
  hub_id: string;
  id: string;
  person_id: string;
}
