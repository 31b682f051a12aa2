import { byJob, defineAccess } from '#core/policy/rule.ts';

/** Other modules move value through their own actions and answer for who may; by itself the ledger only publishes where it stands. */
export const ledgerAccess = defineAccess('ledger', { 'publish-heads': byJob() });
