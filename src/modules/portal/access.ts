import type { RoleCode } from '#core/actor.ts';
import { anyone, atHub, byJob, defineAccess } from '#core/policy/rule.ts';
import { deskAndLead, deskRoles } from '#modules/desk/public.ts';

/** Who writes what a hub publishes. */
const editors: readonly RoleCode[] = ['hub_manager', 'supervisor'];

/** Strangers read what is public and leave letters; the desk opens them; a hub's editors publish. */
export const portalAccess = defineAccess('portal', {
  'hub-door-sheet': anyone(),
  'what-fits': anyone(),
  'request-form': anyone(),
  'leave-request': anyone(),
  'help-sheet': anyone(),
  'data-notice': anyone(),
  'hub-data-notice': anyone(),
  'request-list': atHub(deskAndLead),
  'take-request': atHub(deskRoles),
  'request-sheet': atHub(deskRoles, 'C1a'),
  'end-request': atHub(deskRoles),
  'forget-letters': byJob(),
  'public-content': anyone(),
  'content-page': anyone(),
  'medium-file': anyone(),
  'content-list': atHub(editors),
  'content-sheet': atHub(editors),
  'begin-content': atHub(editors),
  'write-version': atHub(editors),
  'publish-content': atHub(editors),
  'withdraw-content': atHub(editors),
  'add-medium': atHub(editors),
  'remove-medium': atHub(editors),
});
