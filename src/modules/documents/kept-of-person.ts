import { type KeptTable, sealedBy } from '#core/kept-of-person.ts';

/** Papers, pictures and sounds of a person: their list. The papers themselves are opened and handed over one by one. */
export const keptPapers: readonly KeptTable[] = [
  { table: 'documents.document', hers: ['person_id'], at: 'added_at', sealed: { sealed_title: sealedBy('documents.document', 'sealed_title', 'person_id') }, shows: ['added_at', 'paper', 'sealed_title', 'media_type', 'withdrawn_at'] },
  { table: 'documents.piece', through: { column: 'document_id', parent: 'documents.document' }, shows: [] },
];
