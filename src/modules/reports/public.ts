export { checkReport, placeOfReport, type ReportCheck } from './check/check-report.ts';
export { deliveredReport } from './delivered/delivered.query.ts';
export { reportSheet } from './read/report-sheet.query.ts';
