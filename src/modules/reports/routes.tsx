import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import { changeReportPage, newReportPage } from './compose/compose.page.tsx';
import { deliverPage, endSchedulePost, schedulePage, withdrawDeliveryPost } from './deliver/deliver.page.tsx';
import { deliveredListPage, deliveredReportPage } from './delivered/delivered.page.tsx';
import './deliver/make-due-reports.ts';
import { deliveredNumberPage, reportNumberPage } from './show/number.page.tsx';
import { deliveredPrintPage, reportPrintPage } from './show/report-print.page.tsx';
import { freezeReportPost, reportPage } from './show/report.page.tsx';
import { reportsPage } from './show/reports.page.tsx';

/** The pages of reports; fixed paths stand before those with a part to fill. */
export const reportsRoutes: readonly Page[] = [
  reportsPage, newReportPage, deliveredListPage, deliveredReportPage, deliveredPrintPage, deliveredNumberPage,
  reportPage, changeReportPage, freezeReportPost, reportPrintPage, reportNumberPage, deliverPage, schedulePage, withdrawDeliveryPost, endSchedulePost,
];
