export { documentFile } from './document/document-file.query.ts';
export { DocumentList } from './document/document-list.tsx';
export { documentList, type ListedDocument } from './document/document-list.query.ts';
export { documentsWords } from './words.ts';
export { documentToMove, keepMovedDocument, type MovedDocument, movingKinds } from './move-documents/move-documents.ts';
export { keptPapers } from './kept-of-person.ts';
export { isDocumentOf } from './document/document-of.ts';
