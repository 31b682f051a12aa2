import type { Page } from '#core/page.ts';
import { documentsPage } from './add-document/documents.page.tsx';
import { documentPage, withdrawDocumentPage } from './document/document.page.tsx';
import './access.ts';
import './events.ts';
import './document/document-file.query.ts';

/** The pages of documents. */
export const documentsRoutes: Page[] = [documentsPage, documentPage, withdrawDocumentPage];
