export { type OpenVisit, openVisit } from './visit/open-visit.ts';
