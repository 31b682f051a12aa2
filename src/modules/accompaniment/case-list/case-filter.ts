import { choice, id, maybe, wholeNumber, yes } from '#core/input.ts';
import { caseKinds, caseStates } from '../codes.ts';

/** The orders in which files are listed; "-" in front means from last to first. */
export const caseSorts = ['next', '-next', 'opened', '-opened'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** `open` are the files somebody still works on. */
export const stateFilters = ['open', ...caseStates, 'all'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What a list of files may be asked for. `nobody`: those that nobody accompanies yet. */
export const caseFilterFields = {
  state: maybe(choice(stateFilters)), worker: maybe(id()), nobody: yes(), kind: maybe(choice(caseKinds)), overdue: yes(),
  sort: maybe(choice(caseSorts)), page: maybe(wholeNumber(1, 100_000)),
};
