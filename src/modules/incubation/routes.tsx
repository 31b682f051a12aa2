import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { ventureRoutes } from './venture-routes.tsx';
import './application/add-applicants.ts';
import './application/application-form.query.ts';
import './application/application-list.query.ts';
import './application/application-receipt.query.ts';
import './application/application-sheet.query.ts';
import './application/applications-of-person.query.ts';
import './application/begin-application.ts';
import './application/drop-applicant.ts';
import './application/save-answers.ts';
import './application/withdraw-application.ts';
import './apply/applicant-search.query.ts';
import './call/call-choices.query.ts';
import './call/change-call.ts';
import './call/draft-call.ts';
import './call/publish-call.ts';
import './call/turn-call.ts';
import './call-list/call-list.query.ts';
import './call-sheet/call-sheet.query.ts';
import './open-calls/open-calls.query.ts';
import './registrations/announce-registrations.ts';
import { doubtsPage } from './registrations/doubts.page.tsx';
import './rules/drop-criterion.ts';
import './rules/drop-quota.ts';
import './rules/write-criterion.ts';
import './rules/write-quota.ts';
import './submit/application-check.query.ts';
import './submit/submit-application.ts';
import { selectionPages } from './selection/selection-pages.ts';

/** The pages of calls, applications, selection, cohorts and ventures. */
export const incubationRoutes: readonly Page[] = [
  // calls

  // applications

  // registrations from files
  doubtsPage,

  // selection
  ...selectionPages,

  ...ventureRoutes,
];
