import type { Page } from '#core/page.ts';
import './access.ts';
import { funnelPage } from './calls/funnel.page.tsx';
import { regionCallsPage } from './calls/region-calls.page.tsx';
import { headsPage } from './chain-heads/heads.page.tsx';
import { figuresPage } from './desk-figures/figures.page.tsx';
import { figurePage } from './figure/figure.page.tsx';
import { numberPage } from './public-figures/number.page.tsx';
import { numbersPage } from './public-figures/numbers.page.tsx';

/** The pages of figures and their proof. */
export const evidenceRoutes: Page[] = [figuresPage, figurePage, numbersPage, numberPage, headsPage, funnelPage, regionCallsPage];
