import type { Page } from '#core/page.ts';
import { postOnly } from './buttons.ts';
import { financingFilePage, financingForms } from './financing/financing-file.page.tsx';
import { financingPage } from './financing/financing.page.tsx';
import { fundForms, fundPage } from './fund/fund.page.tsx';
import { fundsPage } from './fund/funds.page.tsx';
import { limitsPage } from './fund/limits.page.tsx';
import { openFundPage } from './fund/open-fund.page.tsx';
import { grantCertificatePage } from './grant/certificate.page.tsx';
import { grantForms } from './grant/grant-forms.ts';
import { grantPage } from './grant/grant.page.tsx';
import { grantsPage } from './grant/grants.page.tsx';
import { proposeGrantPage } from './grant/propose-grant.page.tsx';
import { fileForms, paymentFilePage } from './payment/payment-file.page.tsx';
import { paymentFilesPage } from './payment/payment-files.page.tsx';
import { subGrantForms, subGrantPage } from './sub-grant/sub-grant.page.tsx';
import { proposeSubGrantPage, subGrantsPage } from './sub-grant/sub-grants.page.tsx';
import './access.ts';
import './events.ts';

/** The pages of funds, grants, payments, sub-grants and files at lenders; fixed paths stand before those with a part to fill. */
export const fundingRoutes: readonly Page[] = [
  fundsPage, openFundPage, limitsPage, fundPage, grantsPage, proposeGrantPage, grantPage, grantCertificatePage, paymentFilesPage, paymentFilePage,
  subGrantsPage, proposeSubGrantPage, subGrantPage, financingPage, financingFilePage, ...postOnly([...fundForms, ...grantForms, ...fileForms, ...subGrantForms, ...financingForms]),
];
