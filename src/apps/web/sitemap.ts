import type { Page } from '#core/page.ts';
import { documentsRoutes } from '#modules/documents/routes.tsx';
import { accompanimentRoutes } from '#modules/accompaniment/routes.tsx';
import { deskRoutes } from '#modules/desk/routes.tsx';
import { directoryRoutes } from '#modules/directory/routes.tsx';
import { exchangeRoutes } from '#modules/exchange/routes.tsx';
import { currencyRoutes } from '#modules/currency/routes.tsx';
import { fundingRoutes } from '#modules/funding/routes.tsx';
import { evidenceRoutes } from '#modules/evidence/routes.tsx';
import { incubationRoutes } from '#modules/incubation/routes.tsx';
import { networkRoutes } from '#modules/network/routes.tsx';
import { peopleRoutes } from '#modules/people/routes.tsx';
import { confidentialRoutes } from '#modules/confidential/routes.tsx';
import { ledgerRoutes } from '#modules/ledger/routes.tsx';
import { messagesRoutes } from '#modules/messages/routes.tsx';
import { programmeRoutes } from '#modules/programme/routes.tsx';
import { registersRoutes } from '#modules/registers/routes.tsx';
import { reportsRoutes } from '#modules/reports/routes.tsx';
import { researchRoutes } from '#modules/research/routes.tsx';
import { rightsRoutes } from '#modules/rights/routes.tsx';
import { trainingRoutes } from '#modules/training/routes.tsx';
import { transferRoutes } from '#modules/transfer/routes.tsx';
import { webhooksRoutes } from '#modules/webhooks/routes.tsx';
import { portalRoutes } from '#modules/portal/routes.tsx';
import { apiPages } from '../api/api.page.tsx';
import { homePage } from './home/home.page.tsx';

/** Every page of the house, in one list. */
export const sitemap: readonly Page[] = [
  homePage, ...networkRoutes, ...peopleRoutes, ...messagesRoutes, ...documentsRoutes, ...directoryRoutes, ...deskRoutes, ...accompanimentRoutes, ...transferRoutes, ...programmeRoutes, ...trainingRoutes, ...registersRoutes, ...incubationRoutes, ...fundingRoutes, ...currencyRoutes, ...confidentialRoutes, ...rightsRoutes, ...evidenceRoutes, ...researchRoutes, ...ledgerRoutes, ...reportsRoutes, ...exchangeRoutes, ...webhooksRoutes, ...apiPages, ...portalRoutes,
];
