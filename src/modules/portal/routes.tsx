import { addDeskPanel } from '#modules/desk/public.ts';
import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './content/medium-file.query.ts';
import './requests/forget-letters.ts';
import { beginContentPage } from './content/begin-content.page.tsx';
import { contentButtons, contentEditorPage } from './content/content-editor.page.tsx';
import { contentItemPage } from './content/content-item.page.tsx';
import { contentListPublicPage } from './content/content.page.tsx';
import { contentSettingsPage } from './content/content-settings.page.tsx';
import { hubDataPage } from './data-notice/hub-data.page.tsx';
import { dataNoticePage } from './data-notice/data-notice.page.tsx';
import { helpOfCountryPage, helpPage } from './help/help.page.tsx';
import { helpTextPage } from './help/help-text.page.tsx';
import { hubDoorPage } from './hub-door/hub-door.page.tsx';
import { hubDoorPrintPage } from './hub-door/hub-door-print.page.tsx';
import { hubsPage } from './hub-door/hubs.page.tsx';
import { leaveRequestPage } from './leave-request/leave-request.page.tsx';
import { requestReceiptPage } from './leave-request/request-receipt.page.tsx';
import { requestKeptPage } from './leave-request/request-kept.page.tsx';
import { openRequestButton, requestPage } from './requests/request.page.tsx';
import { requestsPage } from './requests/requests.page.tsx';
import { requestsPanel } from './requests/requests-panel.tsx';
import { fiveQuestionsPage } from './what-can-i-get/five-questions.page.tsx';
import { whatFitsPrintPage } from './what-can-i-get/what-fits-print.page.tsx';

addDeskPanel(requestsPanel);

/** Every page of the portal; fixed paths stand before those with a part to fill. */
export const portalRoutes: readonly Page[] = [
  hubsPage, hubDoorPage, hubDoorPrintPage, leaveRequestPage, requestKeptPage, requestReceiptPage, fiveQuestionsPage, whatFitsPrintPage,
  helpPage, helpOfCountryPage, helpTextPage, dataNoticePage, hubDataPage, contentListPublicPage, contentItemPage,
  requestsPage, requestPage, openRequestButton, contentSettingsPage, beginContentPage, contentEditorPage, ...contentButtons,
];
