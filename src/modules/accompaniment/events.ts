import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import * as codes from './codes.ts';

/** Who was concerned, fixed at the event's time, and the day as the hub counts days: figures read both. */
const about = {
  sex: z.enum(['female', 'male', 'unknown']).nullable(), age_band: z.string().nullable(), territory: z.string().nullable(),
  kind: z.enum(['person', 'organization']), on: z.iso.date(),
};
const act = z.enum(codes.actKinds);

/** Files, who accompanies, and the path. */
export const caseEvents = defineEvents('accompaniment', {
  'case-opened': z.strictObject({ ...about, towards: z.enum(codes.caseKinds), from: z.enum(['orientation', 'need', 'visit', 'file']) }),
  'assignment-proposed': z.strictObject({ part: z.enum(codes.assignmentParts) }),
  'assignment-accepted': z.strictObject({ part: z.enum(codes.assignmentParts) }),
  'assignment-declined': z.strictObject({ reason: z.enum(codes.declineReasons) }),
  'assignment-ended': z.strictObject({ part: z.enum(codes.assignmentParts) }),
  'left-assignments-ended': z.strictObject({ count: z.int().min(0) }),
  'files-moved': z.strictObject({ count: z.int().min(0) }),
  'accompaniment-begun': z.strictObject({ ...about, towards: z.enum(codes.caseKinds) }),
  'case-ended': z.strictObject({ ...about, towards: z.enum(codes.caseKinds), outcome: z.enum(codes.caseStates), reason: z.string(), days: z.int().min(0) }),
  'case-reopened': z.strictObject({ ...about, towards: z.enum(codes.caseKinds), reason: z.enum(codes.reopenReasons) }),
  'closure-asked': z.strictObject({ outcome: z.enum(codes.closingOutcomes), reason: z.enum(codes.closingReasons) }),
  'closure-returned': z.strictObject({ outcome: z.enum(codes.closingOutcomes) }),
});

/** Goals, steps, sessions, acts, follow-ups. */
export const planEvents = defineEvents('accompaniment', {
  'goal-added': z.strictObject({ area: z.enum(codes.areas) }),
  'goal-changed': z.strictObject({ fields: z.array(z.string()) }),
  'goal-closed': z.strictObject({ area: z.enum(codes.areas), state: z.enum(['reached', 'left']) }),
  'step-added': z.strictObject({ who: z.enum(codes.stepDoers) }),
  'step-changed': z.strictObject({ fields: z.array(z.string()) }),
  'step-finished': z.strictObject({ who: z.enum(codes.stepDoers), days_late: z.int().min(0) }),
  'plan-submitted': z.strictObject({ version: z.int(), goals: z.int(), steps: z.int() }),
  'plan-approved': z.strictObject({ version: z.int() }),
  'plan-returned': z.strictObject({ version: z.int() }),
  'session-planned': z.strictObject({ place: z.enum(codes.sessionPlaces) }),
  'session-held': z.strictObject({ place: z.enum(codes.sessionPlaces), minutes: z.int() }),
  'session-called-off': z.strictObject({ state: z.enum(['missed', 'cancelled']) }),
  'act-recorded': z.strictObject({ ...about, act, minutes: z.int() }),
  'follow-up-added': z.strictObject({ what: z.enum(codes.followUpKinds) }),
  'follow-up-finished': z.strictObject({ what: z.enum(codes.followUpKinds), found: z.enum(codes.followUpFindings), days_late: z.int().min(0) }),
  'diagnosis-made': z.strictObject({ ...about, scores: z.partialRecord(z.enum(codes.domains), z.int().min(1).max(5)) }),
  'plan-drawn-from-diagnosis': z.strictObject({ goals: z.int() }),
});

/** Notes (C1b): that they were written, never what. */
export const lifeEvents = defineEvents('accompaniment', {
  'session-noted': z.strictObject({ fields: z.int().min(0), apart: z.int().min(0) }),
  'note-settled': z.strictObject({ field: z.enum(codes.noteFields) }),
  'special-needs-noted': z.strictObject({ count: z.int().min(0) }),
  'notes-opened': z.strictObject({ purpose: z.enum(codes.grantPurposes), days: z.int() }),
  'notes-closed': z.strictObject({}),
});
