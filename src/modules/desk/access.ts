import { atHub, defineAccess } from '#core/policy/rule.ts';
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
