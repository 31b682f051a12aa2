import { atHub, defineAccess } from '#core/policy/rule.ts';

/** Any of the staff may hand over; only a protection officer who has just proved who she is sees what was handed over. */
export const confidentialAccess = defineAccess('confidential', {
  'hand-over-safely': atHub(
    ['desk_officer', 'coach', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager'], 'C2',
  ),
  handovers: { ...atHub(['protection_officer'], 'C2'), fresh: true },
  'take-handover': { ...atHub(['protection_officer'], 'C2'), fresh: true },
});
