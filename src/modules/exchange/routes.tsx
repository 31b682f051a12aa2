import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './words.ts';
import './add-rows/add-rows.ts';
import './begin-import/begin-import.ts';
import './bring-file/bring-file.ts';
import './choose-columns/choose-columns.ts';
import './import-sheet.query.ts';
import './imports/import-list.query.ts';
import './load-import/check-import.ts';
import './load-import/load-import.ts';
import './publish-import/publish-import.ts';
import './undo-import/clear-import.ts';
import './undo-import/undo-import.ts';

/** The pages of files brought in and taken out. */
export const exchangeRoutes: Page[] = [];
