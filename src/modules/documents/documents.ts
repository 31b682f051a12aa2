import { openModule } from '#core/action.ts';
import type { AccompaniedCaseView, DocumentTable, PieceTable, ShelfTable } from './document/document-tables.ts';

/** The tables of documents, as their actions and queries see them. */
export interface DocumentsTables {
  'documents.document': DocumentTable;
  'documents.piece': PieceTable;
  'documents.shelf': ShelfTable;
  'documents.accompanied_case': AccompaniedCaseView;
}

export const { action, query } = openModule<DocumentsTables>('documents');
