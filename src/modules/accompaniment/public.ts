export { caseStates, type CaseState, openStates } from './codes.ts';
export { accompanies } from './case/accompanies.ts';
