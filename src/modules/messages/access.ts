import { atHub, byJob, defineAccess, type Rule } from '#core/policy/rule.ts';

/** Whoever may open contact at the counter may send and take back (trust.md 2.1: by the safe-contact rule). */
const counter = ['desk_officer', 'case_worker', 'supervisor'] as const;

/** The house's own job; it opens one address for the message that the gate released. */
const sending: Omit<Rule, 'name'> = { roles: [], reach: 'job', compartment: 'C1a' };

export const messagesAccess = defineAccess('messages', {
  'outbox': atHub(counter, 'C1a'),
  'ways-to-write': atHub(counter, 'C1a'),
  'send-by-hand': atHub(counter, 'C1a'),
  'take-back-message': atHub(counter, 'C1a'),
  'queue-message': sending,
  'recall-messages': sending,
  'message-due': byJob(),
  'release-message': sending,
  'note-outcome': sending,
});
