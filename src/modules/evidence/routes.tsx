import type { Page } from '#core/page.ts';
import './access.ts';
import './chain-heads/chain-heads.query.ts';
import './desk-figures/desk-figures.query.ts';
import './desk-figures/figure-places.query.ts';
import './figure/figure-records.query.ts';
import './figure/figure.query.ts';
import './public-figures/public-figure.query.ts';
import './public-figures/public-figures.query.ts';

/** The pages of figures and their proof. */
export const evidenceRoutes: Page[] = [];
