export { caseStates, type CaseState, openStates } from './codes.ts';
export { accompanies } from './case/accompanies.ts';
export { holdsNotesGrant } from './notes-grant/holds-notes-grant.ts';
export { type OpenPlan, openPlans } from './move-files/open-plan.ts';
export { keptInFiles } from './kept-of-person.ts';
export { accompaniedBy } from './case/accompanied-by.ts';
export { personsOfMyFiles } from './case/persons-of-my-files.ts';
