import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { ventureRoutes } from './venture-routes.tsx';
import './call/turn-call.ts';
import './form/ship-call-form.ts';
import { applicationListPage } from './application/application-list.page.tsx';
import { applicationPage } from './application/application.page.tsx';
import { applicationsOfPersonPage } from './application/applications-of-person.page.tsx';
import { dropPersonPage, personsPage } from './application/persons.page.tsx';
import { questionsPage } from './application/questions.page.tsx';
import { receiptPage } from './application/receipt.page.tsx';
import { applyPage } from './apply/apply.page.tsx';
import { changeCallPage, draftCallPage } from './call/write-call.page.tsx';
import { callListPage } from './call-list/call-list.page.tsx';
import { callButtons } from './call-sheet/call-buttons.page.ts';
import { callSheetPage } from './call-sheet/call-sheet.page.tsx';
import { openCallPage } from './open-calls/open-call.page.tsx';
import { openCallsPage } from './open-calls/open-calls.page.tsx';
import { criterionPage } from './rules/criterion.page.tsx';
import { quotaPage } from './rules/quota.page.tsx';
import { checkPage } from './submit/check.page.tsx';
import './registrations/announce-registrations.ts';
import './registrations/registration-sides.ts';
import { doubtsPage } from './registrations/doubts.page.tsx';
import { selectionPages } from './selection/selection-pages.ts';

/** The pages of calls, applications, selection, cohorts and ventures. */
export const incubationRoutes: readonly Page[] = [
  // calls
  openCallsPage, openCallPage, callListPage, draftCallPage, callSheetPage, changeCallPage, criterionPage, quotaPage, ...callButtons,

  // applications
  applyPage, applicationListPage, applicationPage, personsPage, dropPersonPage, questionsPage, checkPage, receiptPage, applicationsOfPersonPage,

  // registrations from files
  doubtsPage,

  // selection
  ...selectionPages,

  ...ventureRoutes,
];
