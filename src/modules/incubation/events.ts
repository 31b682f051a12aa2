import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { applicantKinds, applicationStates, callStates, criterionKinds, quotaDimensions, quotaRules, stages, withdrawReasons } from './codes.ts';

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);
const call = z.uuid();
/** A person as figures count her on the day of the event. */
const snapshot = { sex: z.enum(['female', 'male', 'unknown']).nullable(), age_band: z.string().nullable(), territory: z.string().nullable(), kind: z.enum(['person', 'organization']) };

/** What happens to calls, applications and what grows from them: codes and counts, never a name or an answer. */
export const incubationEvents = defineEvents('incubation', {
  // calls
  'call-drafted': z.strictObject({ code }),
  'call-changed': z.strictObject({}),
  'criterion-written': z.strictObject({ criterion: code, kind: z.enum(criterionKinds), weight: z.int() }),
  'criterion-dropped': z.strictObject({ criterion: code }),
  'quota-written': z.strictObject({ dimension: z.enum(quotaDimensions), value: z.string().max(40), rule: z.enum(quotaRules), places: z.int() }),
  'quota-dropped': z.strictObject({ quota: z.uuid() }),
  'call-published': z.strictObject({ criteria: z.int(), quotas: z.int(), places: z.int() }),
  'call-turned': z.strictObject({ state: z.enum(callStates), applied: z.int() }),

  // applications
  'application-begun': z.strictObject({ call, applicant: z.enum(applicantKinds) }),
  'applicant-joined': z.strictObject({ call }),
  'applicant-left': z.strictObject({ call }),
  'answers-saved': z.strictObject({ call, changed: z.int() }),
  'application-submitted': z.strictObject({
    call, applicant: z.enum(applicantKinds), state: z.enum(['applied', 'ineligible']), members: z.int(), territory: z.string().nullable(), stage: z.enum(stages).nullable(),
  }),
  /** For each person behind an application that was handed in, so that figures count persons and not papers. */
  'applicant-registered': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  /** The same for each step she came to later: how many persons, whoever leads them. What money does is told by funding. */
  'applicant-selected': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  'applicant-trained': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  'applicant-accompanied': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  'applicant-created': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  'applicant-alive': z.strictObject({ ...snapshot, call, applicant: z.enum(applicantKinds) }),
  'application-withdrawn': z.strictObject({ call, from: z.enum(applicationStates), reason: z.enum(withdrawReasons) }),

  // registrations from files
  'doubt-settled': z.strictObject({ call, verdict: z.enum(['same', 'apart']) }),
  'application-struck-out': z.strictObject({ call }),
  'applicant-unregistered': z.strictObject({ call }),
  'registrations-announced': z.strictObject({ import: z.uuid(), count: z.int() }),

  // selection

  // cohorts and ventures
});
