import type { RoleCode } from '#core/actor.ts';
import { anyone, atHub, defineAccess } from '#core/policy/rule.ts';

/** Who accompanies a project. */
export const coachRoles: readonly RoleCode[] = ['coach', 'case_worker', 'supervisor'];
/** Who leads: opens cohorts, names coaches and mentors, lets an enterprise into the register. */
const leads: readonly RoleCode[] = ['supervisor', 'hub_manager'];
/** Who works on a project and decides on what a colleague wrote. */
const workers: readonly RoleCode[] = [...coachRoles, 'hub_manager'];
/** Who looks at a cohort: names only where the register of persons shows them to her. */
const readers: readonly RoleCode[] = [...workers, 'desk_officer', 'trainer', 'funding_officer'];

/** Cohorts, coaching and mentors. */
export const cohortAccess = defineAccess('incubation', {
  'open-cohort': atHub(leads),
  'hand-over-cohort': atHub(leads),
  'close-cohort': atHub(leads),
  'cohort-list': atHub(readers),
  'cohort-sheet': atHub(readers),
  'cohort-form': atHub(leads),
  'enter-cohort': atHub(leads),
  'name-coach': atHub(leads),
  'add-session': atHub(leads),
  'move-application': atHub(workers),
  'stop-application': atHub(workers),
  'record-coaching': atHub(coachRoles),
  'coaching-notes': atHub(workers, 'C1b'),
  'my-coaching': atHub(coachRoles),
  'add-mentor': atHub(leads),
  'end-mentor': atHub(leads),
  'mentor-list': atHub(workers),
  'propose-mentor': atHub(workers),
  'answer-mentoring': atHub(workers),
  'end-mentoring': atHub(workers),
});

/** Ventures, and what becomes of them. */
export const ventureAccess = defineAccess('incubation', {
  'open-venture': atHub(workers),
  'venture-sheet': atHub(readers),
  'choose-legal-form': atHub(workers),
  'finish-legal-step': atHub(workers),
  'write-plan': atHub(coachRoles),
  'decide-plan': atHub(workers),
  'add-prototype': atHub(workers),
  'add-product': atHub(workers),
  'set-milestone': atHub(workers),
  'meet-milestone': atHub(workers),
  'check-milestone': atHub(workers),
  'create-enterprise': atHub(leads),
  'follow-up-list': atHub(workers),
  'follow-up': atHub(workers),
  'turnover-told': atHub(workers, 'C1b'),
  'list-venture': atHub(['hub_manager']),
});

/** Photos and the public profile. */
export const spotlightAccess = defineAccess('incubation', {
  'book-photos': atHub(workers),
  'mark-photos': atHub(['desk_officer', 'case_worker', 'supervisor', 'hub_manager']),
  'photo-day': atHub(workers),
  'publish-spotlight': atHub(leads),
  'take-spotlight-away': atHub(workers),
  spotlight: anyone(),
  'spotlight-picture': anyone(),
  'made-here': anyone(),
});
