import type { Page } from '#core/page.ts';
import './selection-access.ts';
import './selection-events.ts';
import './selection-sides.ts';
import './after/end-appeals.ts';
import './after/promote-next.ts';
import './jury/find-links.ts';
import './jury/jury-caseload.ts';
import './order/write-ranking.ts';
import { appealFormPage } from './after/appeal-form.page.tsx';
import { appealSheetPage, appealsPage } from './after/appeals.page.tsx';
import { resultsPage } from './after/results.page.tsx';
import { decisionButtons, decisionPage } from './decide/decision.page.tsx';
import { declareConflictButton, judgedSheetPage } from './jury/judged-sheet.page.tsx';
import { juryButtons, juryPage } from './jury/jury.page.tsx';
import { myJuriesPage } from './jury/my-juries.page.tsx';
import { rankingByNumberPage } from './order/ranking-by-number.page.tsx';
import { rankingPage } from './order/ranking.page.tsx';
import { standingSheetPage } from './order/standing-sheet.page.tsx';

/** The pages of juries, rankings, decisions, results and appeals; fixed parts of an address stand before those to fill. */
export const selectionPages: readonly Page[] = [
  myJuriesPage, juryPage, ...juryButtons, judgedSheetPage, declareConflictButton, rankingPage, rankingByNumberPage, standingSheetPage, decisionPage, ...decisionButtons, appealsPage, appealSheetPage, appealFormPage, resultsPage,
];
