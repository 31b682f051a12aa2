import { byJob, defineAccess, type Rule } from '#core/policy/rule.ts';

/** A hub's manager for what happens in her hub, an administrator for the whole network; row-level security says where. */
const managing: Omit<Rule, 'name'> = { roles: ['network_admin', 'hub_manager'], reach: 'region', compartment: 'C0' };

/** Who may let another program hear what happens. */
export const webhooksAccess = defineAccess('webhooks', {
  'subscribe': managing,
  'change-subscription': managing,
  'pause-subscription': managing,
  'resume-subscription': managing,
  'end-subscription': managing,
  'replace-secret': managing,
  'send-trial': managing,
  'send-again': managing,
  'subscription-list': managing,
  'subscription-sheet': managing,
  'delivery-to-send': byJob(),
  'note-attempt': byJob(),
});
