import type { RoleCode } from '#core/actor.ts';
import { atHub, defineAccess } from '#core/policy/rule.ts';

/** Who keeps the registers of a hub: whoever leads its work. */
const keepers: readonly RoleCode[] = ['case_worker', 'supervisor', 'hub_manager'];
/** Who works in the hub reads what it visited, recommended and decided. */
const readers: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', ...keepers];

/** Who may read and keep the registers (trust.md 2.1): nothing in them is of a person the hubs serve. */
export const registersAccess = defineAccess('registers', {
  'register-counts': atHub(readers),
  'entry-list': atHub(readers),
  'entry-sheet': atHub(readers),
  'proof-file': atHub(readers, 'C1a'),
  'entry-choices': atHub(keepers),
  'plan-study-visit': atHub(keepers),
  'draft-recommendation': atHub(keepers),
  'commission-study': atHub(keepers),
  'propose-pilot': atHub(keepers),
  'plan-event': atHub(keepers),
  'take-step': atHub(keepers),
  'withdraw-proof': atHub(keepers),
  'replace-proof': atHub(keepers),
  'measure-list': atHub(readers),
  'add-measure': atHub(keepers),
  'follow-measure': atHub(keepers),
  'professional-list': atHub(keepers),
  'add-professional': atHub(keepers),
  'train-professionals': atHub(keepers),
  'measurement-list': atHub(readers),
  'set-baseline': atHub(keepers),
  'measure-again': atHub(keepers),
  'story-list': atHub(readers),
  'tell-story': atHub(keepers),
  'withdraw-story': atHub(keepers),
});
