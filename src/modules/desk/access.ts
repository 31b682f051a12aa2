import { anyone, atHub, byJob, byLink, defineAccess, overNetwork, type Rule } from '#core/policy/rule.ts';
import type { RoleCode } from '#core/actor.ts';

/** Who receives people at the desk. */
export const deskRoles: readonly RoleCode[] = ['desk_officer', 'case_worker'];
/** Who may look at the desk: those who receive, and those who lead them. */
export const deskAndLead: readonly RoleCode[] = [...deskRoles, 'supervisor', 'hub_manager'];

/** Queue, intake and listening. */
export const visitAccess = defineAccess('desk', {
  'open-ticket': atHub(deskRoles),
  'open-ticket-from-appointment': atHub(deskRoles),
  'type-paper-intake': atHub(deskRoles),
  'book-appointment': atHub(deskRoles),
  'end-appointment': atHub(deskRoles),
  'call-ticket': atHub(deskRoles),
  'call-next': atHub(deskRoles),
  'mark-left': atHub(deskRoles),
  'begin-visit': atHub(deskRoles),
  'write-listening-note': atHub(deskRoles, 'C1b'),
  'close-visit': atHub(deskRoles),
  'ticket-board': atHub(deskAndLead),
  'called-numbers': atHub(deskAndLead),
  'appointment-list': atHub(deskAndLead),
  visit: atHub(deskAndLead),
  'client-search': atHub(deskRoles),
  'listening-notes': atHub(deskRoles, 'C1b'),
});

/** Questionnaires, needs, orientation and slips. */
export const needsAccess = defineAccess('desk', {
  'publish-form': overNetwork(['network_admin']),
  'write-form': overNetwork(['network_admin']),
  'form-to-write': overNetwork(['network_admin']),
  'form-list': { roles: [...deskAndLead, 'network_admin'], reach: 'region', compartment: 'C0' },
  'form-preview': { roles: [...deskAndLead, 'network_admin'], reach: 'region', compartment: 'C0' },
  'answer-needs': atHub(deskRoles),
  'needs-sheet': atHub(deskRoles, 'C1b'),
  'orient-client': atHub(deskRoles),
  'record-unmet-need': atHub(deskRoles),
  'orientation-options': atHub(deskRoles, 'C1b'),
  'orientation-made': atHub(deskAndLead),
  'make-slip': atHub(deskRoles),
  'slip-sheet': atHub(deskRoles),
  'open-slip': anyone(),
  'slip-status': anyone(),
  'assess-by-slip': anyone(),
});

/** Who answers for a body by account; row-level security gives her the rows addressed to it and no others. */
const bodyRoles: readonly RoleCode[] = ['municipal_officer', 'merchant'];
const byBody = (compartment: Rule['compartment'] = 'C0', besides: readonly RoleCode[] = []): Omit<Rule, 'name'> => ({
  roles: [...bodyRoles, ...besides], reach: 'region', compartment,
});

/** Referrals, faces, complaints and unmet needs. */
export const referralAccess = defineAccess('desk', {
  'services-to-refer': atHub(deskRoles),
  'preview-referral': atHub(deskRoles, 'C1a'),
  'refer-client': atHub(deskRoles),
  'take-back-referral': atHub(deskRoles),
  'answer-referral': byBody('C0', deskRoles),
  'mark-served': byBody('C0', deskRoles),
  'close-referral': atHub(deskRoles),
  'linked-referral': byLink('C1a'),
  'answer-by-link': byLink(),
  'served-by-link': byLink(),
  'remind-referrals': byJob(),
  'return-unshared-referrals': byJob(),
  'referral-list': atHub(deskAndLead),
  'referral-sheet': atHub(deskAndLead, 'C1a'),
  'follow-ups': atHub(deskAndLead),
  inbox: byBody(),
  'inbox-referral': byBody('C1a'),
  'assess-experience': atHub(deskRoles),
  'assessment-to-make': atHub(deskAndLead),
  'receive-complaint': atHub(deskRoles),
  'complaint-list': atHub(['hub_manager'], 'C1b'),
  'answer-complaint': atHub(['hub_manager']),
  'unmet-needs': atHub(deskAndLead),
  'unmet-need-figures': { roles: [...deskAndLead, 'network_admin', 'regional_coordinator', 'ministry_viewer', 'donor_viewer', 'researcher'], reach: 'region', compartment: 'C0' },
});
