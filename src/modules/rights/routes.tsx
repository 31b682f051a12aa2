import type { Page } from '#core/page.ts';
import { confirmOnFilePage, confirmOnListPage } from './confirm-request/confirm.page.tsx';
import { certificatePage } from './erase/certificate.page.tsx';
import { decideErasurePage, endHoldPage, erasuresPage, proposeEndedPage, setHoldPage } from './erase/erasures.page.tsx';
import { followIncidentPage, incidentsPage, recordIncidentPage } from './incident/incidents.page.tsx';
import { incidentLetterPage } from './incident/letter.page.tsx';
import { looksReceiptPage } from './pack/looks.page.tsx';
import { personPackPage } from './pack/person-pack.page.tsx';
import { answerRequestPage, rightsPage } from './person-requests/rights.page.tsx';
import { waitingRequestsPage } from './waiting-requests/waiting-requests.page.tsx';
import './access.ts';
import './events.ts';
import './erase/carry-out-erasure.ts';
import './erase/settle-erasure.ts';

/** The pages of a person's rights; fixed paths before those with a name in them. */
export const rightsRoutes: Page[] = [
  rightsPage, confirmOnFilePage, confirmOnListPage, answerRequestPage, personPackPage, looksReceiptPage, erasuresPage, proposeEndedPage, decideErasurePage, setHoldPage, endHoldPage, certificatePage,
  recordIncidentPage, incidentsPage, followIncidentPage, incidentLetterPage, waitingRequestsPage,
];
