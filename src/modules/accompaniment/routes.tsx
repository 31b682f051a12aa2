import type { Page } from '#core/page.ts';
import './access.ts';
import './assignment-caseload.ts';
import './events.ts';
import './assign/end-left-assignments.ts';
import './move-files/move-files.ts';
import { actsPage } from './act/acts.page.tsx';
import { teamPage } from './assign/team.page.tsx';
import { needsPage } from './case/needs.page.tsx';
import { caseButtons } from './case-buttons.tsx';
import { caseListPage } from './case-list/case-list.page.tsx';
import { casePage } from './case-sheet/case-sheet.page.tsx';
import { casesOfPersonPage } from './cases-of-person/cases-of-person.page.tsx';
import { closingPage } from './closing/closing.page.tsx';
import { dropOutPage } from './closing/drop-out.page.tsx';
import { diagnosisPage, planFromDiagnosisPage } from './diagnosis/diagnosis.page.tsx';
import { openCasePage } from './open-case/open-case.page.tsx';
import { planPrintPage } from './path/plan-print.page.tsx';
import { changeGoalPage, changeStepPage, goalPage } from './plan/goal.page.tsx';
import { planPage } from './plan/plan.page.tsx';
import { draftPage, sessionPage } from './session/session.page.tsx';
import { sessionsPage } from './session/sessions.page.tsx';
import { workloadPage } from './workload/workload.page.tsx';

/** Every page of files; fixed paths stand before those with a part to fill. */
export const accompanimentRoutes: readonly Page[] = [
  caseListPage, openCasePage, workloadPage, casesOfPersonPage, casePage, planPage, goalPage, changeGoalPage, changeStepPage,
  sessionsPage, sessionPage, draftPage, actsPage, teamPage, diagnosisPage, planFromDiagnosisPage, closingPage, dropOutPage, needsPage, planPrintPage,
  ...caseButtons,
];
