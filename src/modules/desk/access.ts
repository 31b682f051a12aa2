import { anyone, atHub, defineAccess, overNetwork } from '#core/policy/rule.ts';
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
  'form-list': { roles: [...deskAndLead, 'network_admin'], reach: 'region', compartment: 'C0' },
  'form-preview': { roles: [...deskAndLead, 'network_admin'], reach: 'region', compartment: 'C0' },
  'answer-needs': atHub(deskRoles),
  'needs-sheet': atHub(deskRoles, 'C1b'),
  'orient-client': atHub(deskRoles),
  'orientation-options': atHub(deskRoles, 'C1b'),
  'orientation-made': atHub(deskAndLead),
  'make-slip': atHub(deskRoles),
  'slip-sheet': atHub(deskRoles),
  'open-slip': anyone(),
  'slip-status': anyone(),
});
