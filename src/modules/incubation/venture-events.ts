import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { applicationStates, stages } from './codes.ts';
import * as codes from './path/venture-codes.ts';
import { legalForms, legalStepCodes } from './venture/legal-steps.ts';

/** Who was concerned, as the application told, and the day as the hub counts days: figures read both. */
const about = {
  sex: z.enum(['female', 'male', 'unknown']).nullable(), age_band: z.string().nullable(), territory: z.string().nullable(),
  kind: z.enum(['person', 'organization']), members: z.int(), on: z.iso.date(),
};
const state = z.enum(applicationStates);

/** Cohorts, coaching and mentors. */
export const cohortEvents = defineEvents('incubation', {
  'cohort-opened': z.strictObject({ places: z.int(), partner: z.boolean() }),
  'cohort-handed-over': z.strictObject({ partner: z.boolean() }),
  'cohort-closed': z.strictObject({ count: z.int() }),
  'application-entered-cohort': z.strictObject({ ...about, cohort: z.uuid() }),
  'coach-named': z.strictObject({}),
  'application-moved': z.strictObject({ ...about, from: state, to: state }),
  'application-stopped': z.strictObject({ ...about, from: state, reason: z.enum(codes.dropoutReasons) }),
  'coaching-recorded': z.strictObject({ ...about, act: z.enum(codes.coachingKinds), minutes: z.int() }),
  'session-joined': z.strictObject({ session: z.uuid() }),
  'mentor-added': z.strictObject({ most: z.int(), account: z.boolean() }),
  'mentor-left': z.strictObject({}),
  'mentor-proposed': z.strictObject({ reasons: z.array(z.enum(codes.mentorReasons)) }),
  'mentoring-answered': z.strictObject({ answer: z.enum(['accepted', 'declined']) }),
  'mentoring-ended': z.strictObject({}),
});

/** Ventures, and what becomes of them. */
export const ventureEvents = defineEvents('incubation', {
  'venture-opened': z.strictObject({ stage: z.enum(stages), sector: z.enum(codes.ventureSectors) }),
  'legal-form-chosen': z.strictObject({ form: z.enum(legalForms) }),
  'legal-step-done': z.strictObject({ form: z.enum(legalForms), step: z.enum(legalStepCodes) }),
  'plan-written': z.strictObject({ kind: z.enum(codes.planKinds), version: z.int(), sections: z.int() }),
  'plan-decided': z.strictObject({ kind: z.enum(codes.planKinds), version: z.int(), decision: z.enum(['validated', 'returned']) }),
  'plan-validated': z.strictObject({ ...about, version: z.int() }),
  'prototype-made': z.strictObject({ version: z.int(), tried_by: z.int() }),
  'product-written': z.strictObject({ criteria: z.int() }),
  'milestone-set': z.strictObject({ code: z.enum(codes.milestoneCodes) }),
  'milestone-met': z.strictObject({ code: z.enum(codes.milestoneCodes), shown: z.boolean() }),
  'milestone-checked': z.strictObject({ code: z.enum(codes.milestoneCodes) }),
  'milestone-returned': z.strictObject({ code: z.enum(codes.milestoneCodes) }),
  'venture-created': z.strictObject({ ...about, venture: z.uuid(), form: z.enum(legalForms), stage: z.enum(stages), sector: z.enum(codes.ventureSectors) }),
  'followed-up': z.strictObject({
    ...about, venture: z.uuid(), month: z.int(), alive: z.boolean(), verified: z.enum(codes.verifiedWays),
    jobs: z.int(), jobs_female: z.int(), jobs_young: z.int(), fte_hundredths: z.int(),
  }),
  'venture-listed': z.strictObject({ organization: z.uuid() }),
});

/** Photos and public profiles: what is public never says whose it is. */
export const spotlightEvents = defineEvents('incubation', {
  'photos-booked': z.strictObject({ what: z.enum(['photo', 'film']) }),
  'photos-marked': z.strictObject({ state: z.enum(['shot', 'delivered', 'called_off']) }),
  'spotlight-published': z.strictObject({ picture: z.boolean() }),
  'spotlight-taken-away': z.strictObject({}),
});
