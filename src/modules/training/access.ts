import type { RoleCode } from '#core/actor.ts';
import { anyone, atHub, defineAccess } from '#core/policy/rule.ts';

/** Who plans courses and answers who asks for a seat. */
export const planners: readonly RoleCode[] = ['case_worker', 'supervisor', 'hub_manager'];
/** Who receives people and types that one asks for a seat. */
const desk: readonly RoleCode[] = ['desk_officer', ...planners];
/** Who stands in the room; rows decide in which. */
const room: readonly RoleCode[] = ['trainer', 'coach', ...desk];

export const trainingAccess = defineAccess('training', {
  'session-list': atHub(room),
  'session-sheet': atHub(room),
  'session-form': atHub(planners),
  'plan-session': atHub(planners),
  'announce-session': atHub(planners),
  'move-session': atHub(planners),
  'cancel-session': atHub(planners),
  'close-session': atHub(planners),
  'seat-finder': atHub(desk),
  'request-seat': atHub(desk),
  'give-seats': atHub(planners),
  'place-by-hand': atHub(planners),
  'refuse-seat': atHub(planners),
  'give-back-seat': atHub(desk),
  'seat-at-door': atHub(room),
  'mark-attendance': atHub(room),
  'trainer-list': atHub(room),
  'add-trainer': atHub(planners),
  'end-trainer': atHub(planners),
  'certificate-sheet': atHub(room),
  'open-trainings': anyone(),
  'open-training': anyone(),
  'certificate-check': anyone(),
});
