import type { RoleCode } from '#core/actor.ts';
import { anyone, atHub, defineAccess } from '#core/policy/rule.ts';

/** Those who keep the entries of their hub true. */
const keepers: readonly RoleCode[] = ['desk_officer', 'supervisor', 'hub_manager'];
/** Those who may say that an entry is right, or that places are left: whoever works with the service. */
const witnesses: readonly RoleCode[] = [...keepers, 'case_worker', 'coach'];
/** Staff who read the workings of the directory. */
const staff: readonly RoleCode[] = [...witnesses, 'trainer', 'protection_officer', 'regional_coordinator'];

export const directoryAccess = defineAccess('directory', {
  'list-service': atHub(keepers),
  'edit-service': atHub(keepers),
  'verify-service': atHub(witnesses),
  'withdraw-service': atHub(['supervisor', 'hub_manager']),
  'add-location': atHub(keepers),
  'offer-at-location': atHub(keepers),
  'set-schedule': atHub(keepers),
  'set-eligibility': atHub(keepers),
  'set-capacity': atHub(witnesses),
  'record-audio': atHub(keepers),
  'open-committee-decision': atHub(['supervisor', 'hub_manager']),
  'close-decision': atHub(['supervisor', 'hub_manager']),
  'service-search': anyone(),
  'service-page': anyone(),
  'service-list': atHub(staff),
  'service-sheet': atHub(staff),
  'services-for-matching': atHub(staff),
  'who-does-what-where': atHub(staff),
  'decisions': atHub(staff),
  'stale-services': atHub(staff),
  'locations': atHub(staff),
  'places-and-bodies': atHub(staff),
  'public-places': anyone(),
  'hsds-services': anyone(),
  'hsds-service': anyone(),
  'hsds-organizations': anyone(),
  'hsds-organization': anyone(),
  'hsds-service-at-locations': anyone(),
  'hsds-service-at-location': anyone(),
  'hsds-taxonomies': anyone(),
  'hsds-taxonomy': anyone(),
  'hsds-taxonomy-terms': anyone(),
  'hsds-taxonomy-term': anyone(),
  'audio-recording': anyone(),
});
