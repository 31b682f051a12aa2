import { atHub, defineAccess } from '#core/policy/rule.ts';
import type { RoleCode } from '#core/actor.ts';

const desk: readonly RoleCode[] = ['desk_officer', 'case_worker'];
const deskAndLead: readonly RoleCode[] = [...desk, 'supervisor', 'hub_manager'];

/** Queue, intake and listening. */
export const visitAccess = defineAccess('desk', {
  'open-ticket': atHub(desk),
  'open-ticket-from-appointment': atHub(desk),
  'type-paper-intake': atHub(desk),
  'book-appointment': atHub(desk),
  'end-appointment': atHub(desk),
  'call-ticket': atHub(desk),
  'call-next': atHub(desk),
  'mark-left': atHub(desk),
  'begin-visit': atHub(desk),
  'write-listening-note': atHub(desk, 'C1b'),
  'close-visit': atHub(desk),
  'ticket-board': atHub(deskAndLead),
  'called-numbers': atHub(deskAndLead),
  'appointment-list': atHub(deskAndLead),
  visit: atHub(deskAndLead),
  'listening-notes': atHub(desk, 'C1b'),
});
