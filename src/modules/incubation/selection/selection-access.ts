import { anyone, atHub, byJob, defineAccess } from '#core/policy/rule.ts';
import { callDeciders, callReaders, typists } from '../access.ts';

/** Juries, rankings, decisions, results, appeals. Rows decide which call a juror judges and which application she is kept from. */
export const selectionAccess = defineAccess('incubation', {
  jury: atHub(['juror', ...callDeciders]),
  'name-juror': atHub(callDeciders),
  'leave-jury': atHub(['juror', ...callDeciders]),
  'find-links': byJob(),
  'declare-conflict': atHub(['juror', ...callDeciders]),
  'my-juries': atHub(['juror']),
  'judged-sheet': atHub(['juror'], 'C1b'),
  'score-application': atHub(['juror']),
  'close-scoring': atHub(callDeciders),
  'rank-applications': atHub(callDeciders),
  'write-ranking': byJob(),
  ranking: atHub(callDeciders),
  'ranking-by-number': { roles: ['regional_coordinator'], reach: 'region', compartment: 'C0' },
  'standing-sheet': atHub(callDeciders),
  'selection-to-decide': atHub(callDeciders),
  'decisions-waiting': atHub(callDeciders),
  'propose-selection': atHub(callDeciders),
  'decide-selection': atHub(callDeciders),
  'publish-results': atHub(callDeciders),
  'public-results': anyone(),
  'appeal-form': atHub(typists),
  'file-appeal': atHub(typists),
  'appeal-list': atHub(callReaders),
  'appeal-sheet': atHub(callDeciders, 'C1b'),
  'answer-appeal': atHub(callDeciders),
  'end-appeals': byJob(),
  'promote-next': atHub(callDeciders),
});
