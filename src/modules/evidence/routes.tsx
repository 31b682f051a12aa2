import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { boardsPage, hubBoardPage, networkBoardPage, regionBoardPage } from './board/boards.page.tsx';
import { funderBoardPage, programmeBoardPage } from './board/of-programmes.page.tsx';
import { funnelPage } from './calls/funnel.page.tsx';
import { regionCallsPage } from './calls/region-calls.page.tsx';
import { headsPage } from './chain-heads/heads.page.tsx';
import { figuresPage } from './desk-figures/figures.page.tsx';
import { figurePage } from './figure/figure.page.tsx';
import { changeIndicatorPage, newIndicatorPage } from './kept/compose.page.tsx';
import { indicatorPage } from './kept/indicator.page.tsx';
import { indicatorsPage, setsPage } from './kept/indicators.page.tsx';
import { keptRecordsPage } from './kept/kept-records.page.tsx';
import { stateValuePage, withdrawValuePage } from './kept/stated.page.tsx';
import { progressPage } from './progress/progress.page.tsx';
import { frozenMonthPage, frozenMonthsPage } from './frozen/frozen.page.tsx';
import { printedFigurePage, printFigurePost } from './printed/printed-figure.page.tsx';
import { verifyPage } from './receipt/verify.page.tsx';
import { addNetworkPage, networksPage, takeReceiptPage } from './roll-up/networks.page.tsx';
import { findingPage, samplePrintPage } from './sample/finding.page.tsx';
import { samplePage } from './sample/sample.page.tsx';
import { releasePost, samplesPage } from './sample/samples.page.tsx';
import { attributionPage, endSharePage, setSharePage } from './attribution/attribution.page.tsx';
import { costsPage, enterCostPage, stateRatePage, withdrawCostPage, withdrawRatePage } from './money/costs.page.tsx';
import { enterRevenuePage, revenuePage, withdrawRevenuePage } from './money/revenue.page.tsx';
import { rescopeTargetPage, setTargetPage } from './target/set-target.page.tsx';
import { targetPage, targetsPage } from './target/targets.page.tsx';
import { numberPage } from './public-figures/number.page.tsx';
import { numbersPage } from './public-figures/numbers.page.tsx';

/** The pages of figures and their proof. */
export const evidenceRoutes: Page[] = [
  // Before the page of one figure, which would answer for a figure of that name.
  frozenMonthsPage, frozenMonthPage,
  figuresPage, figurePage, numbersPage, numberPage, headsPage, funnelPage, regionCallsPage,
  boardsPage, networkBoardPage, regionBoardPage, hubBoardPage, programmeBoardPage, funderBoardPage,
  indicatorsPage, setsPage, newIndicatorPage, indicatorPage, changeIndicatorPage, keptRecordsPage, stateValuePage, withdrawValuePage, printFigurePost, printedFigurePage, progressPage,
  samplesPage, releasePost, samplePage, samplePrintPage, findingPage, verifyPage, networksPage, addNetworkPage, takeReceiptPage,
  targetsPage, setTargetPage, targetPage, rescopeTargetPage, attributionPage, setSharePage, endSharePage,
  costsPage, enterCostPage, withdrawCostPage, stateRatePage, withdrawRatePage, revenuePage, enterRevenuePage, withdrawRevenuePage,
];
