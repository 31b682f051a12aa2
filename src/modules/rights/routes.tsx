import type { Page } from '#core/page.ts';
import { looksReceiptPage } from './pack/looks.page.tsx';
import { personPackPage } from './pack/person-pack.page.tsx';
import { answerRequestPage, rightsPage } from './person-requests/rights.page.tsx';
import './access.ts';
import './events.ts';

/** The pages of a person's rights. */
export const rightsRoutes: Page[] = [rightsPage, answerRequestPage, personPackPage, looksReceiptPage];
