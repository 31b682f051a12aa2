import { byJob, defineAccess, overNetwork } from '#core/policy/rule.ts';

/** A researcher asks and takes; who guards the data and who rules the network decide, each for herself (trust.md 2.1). */
export const researchAccess = defineAccess('research', {
  'ask-extract': overNetwork(['researcher']),
  'take-extract': { ...overNetwork(['researcher']), fresh: true },
  'extract-list': overNetwork(['researcher', 'dpo', 'network_admin']),
  'extract-sheet': overNetwork(['researcher', 'dpo', 'network_admin']),
  'decide-extract': overNetwork(['dpo', 'network_admin']),
  'prepare-extract': byJob(),
  'delete-expired': byJob(),
});
