import type { Page } from '#core/page.ts';
import { bringFilePage } from './bring-file/bring-file.page.tsx';
import { columnsPage } from './choose-columns/columns.page.tsx';
import { importSheetPage, loadImportPage, undoImportPage } from './import-sheet.page.tsx';
import { importsPage } from './imports/imports.page.tsx';
import { leavePage } from './leave/leave.page.tsx';
import { standardsPage } from './published/standards.page.tsx';
import { takeOutPage } from './take-out/take-out.page.tsx';
import './access.ts';
import './events.ts';
import './words.ts';
import './add-rows/add-rows.ts';
import './begin-import/begin-import.ts';
import './load-import/check-import.ts';
import './take-list/take-list.ts';
import './leave/use-leave.ts';
import './take-list/take-shown.ts';
import './published/take-published.ts';
import './publish-import/publish-import.ts';
import './undo-import/clear-import.ts';

/** The pages of files brought in and taken out. */
export const exchangeRoutes: Page[] = [importsPage, bringFilePage, takeOutPage, leavePage, importSheetPage, columnsPage, loadImportPage, undoImportPage, standardsPage];
