import { anyone, atHub, byJob, defineAccess } from '#core/policy/rule.ts';

/** Who types and accompanies applications; these see names. Row lists: app.call_hubs. */
export const callStaff = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'] as const;
/** Who opens calls, judges and decides. Row lists: app.call_decider_hubs. */
export const callDeciders = ['funding_officer', 'supervisor', 'hub_manager'] as const;
/** Who sits with whoever applies and types what she says. */
export const typists = ['desk_officer', 'case_worker', 'supervisor'] as const;
/** Whoever of the hub may look at a call and its counts. */
export const callReaders = [...callStaff, 'funding_officer'] as const;

export const incubationAccess = defineAccess('incubation', {
  // calls
  'call-list': atHub(callReaders),
  'call-sheet': atHub(callReaders),
  'call-choices': atHub(callDeciders),
  'draft-call': atHub(callDeciders),
  'change-call': atHub(callDeciders),
  'write-criterion': atHub(callDeciders),
  'drop-criterion': atHub(callDeciders),
  'write-quota': atHub(callDeciders),
  'drop-quota': atHub(callDeciders),
  'publish-call': atHub(callDeciders),
  'turn-call': byJob(),
  'open-calls': anyone(),
  'open-call': anyone(),

  // applications
  'applicant-search': atHub(typists),
  'begin-application': atHub(typists),
  'add-applicants': atHub(typists),
  'drop-applicant': atHub(typists),
  'save-answers': atHub(typists),
  'application-form': atHub(typists, 'C1b'),
  'application-check': atHub(typists, 'C1b'),
  'submit-application': atHub(typists),
  'withdraw-application': atHub(typists),
  'application-receipt': atHub(typists),
  'application-list': atHub(callReaders),
  'application-sheet': atHub(callReaders),
  'applications-of-person': atHub(typists),

  // registrations from files
  'doubts-of-call': atHub(typists),
  'settle-doubt': atHub(typists),
  'announce-registrations': byJob(),
  'unannounce-registrations': byJob(),

  // selection

  // cohorts and ventures
});
