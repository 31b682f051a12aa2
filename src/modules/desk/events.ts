import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { overrideReasons } from './orientation/override-reason.ts';
import { slipLanguages } from './slip/slip-language.ts';
import { complaintKinds } from './complaint/complaint-kind.ts';
import { declineReasons, referralOutcomes, serviceOutcomes } from './referral/referral-state.ts';
import { returnReasons } from './referral/return-referral.ts';
import { unmetCauses } from './unmet-need/unmet-cause.ts';
import { reasons } from './ticket/reason.ts';
import { vias } from './ticket/ticket-state.ts';

/**
 * Who was concerned, fixed at the event's time, so that a figure never changes when she moves or has a birthday:
 * what `snapshotOf` of people gives. Every event that feeds a figure carries it.
 */
export const snapshotShape = {
  sex: z.enum(['female', 'male', 'unknown']).nullable(),
  age_band: z.string().nullable(),
  territory: z.string().nullable(),
  kind: z.enum(['person', 'organization']),
};

/** The day it truly happened, in the hub's time zone: a paper sheet is typed later than she came. */
const on = z.iso.date();

/** Queue, intake and listening. */
export const visitEvents = defineEvents('desk', {
  'ticket-opened': z.strictObject({ ...snapshotShape, via: z.enum(vias), reason: z.enum(reasons), on }),
  'ticket-called': z.strictObject({ ...snapshotShape, waited_minutes: z.int().min(0), counter: z.int() }),
  'ticket-ended-unserved': z.strictObject({ ...snapshotShape, state: z.enum(['left', 'no-show']) }),
  'client-received': z.strictObject({ ...snapshotShape, on, via: z.enum(vias) }),
  'listening-noted': z.strictObject({}),
  'visit-closed': z.strictObject({ ...snapshotShape, on, minutes: z.int().min(0) }),
  'appointment-booked': z.strictObject({ ...snapshotShape, via: z.enum(['desk', 'phone']), reason: z.enum(reasons) }),
  'appointment-ended': z.strictObject({ state: z.enum(['missed', 'cancelled']) }),
});

/** Questionnaires, needs, orientation and slips. */
export const needsEvents = defineEvents('desk', {
  'form-published': z.strictObject({ code: z.string(), version: z.int(), questions: z.int() }),
  'needs-answered': z.strictObject({ changed: z.int().min(0) }),
  'needs-assessed': z.strictObject({ ...snapshotShape, on, form_version: z.int() }),
  'client-oriented': z.strictObject({
    ...snapshotShape, on, service: z.uuid(), service_type: z.string(), choice: z.int(), standing: z.enum(['fits', 'ask', 'no']),
    override: z.enum(overrideReasons).nullable(), fitting: z.int(), weighed: z.int(),
  }),
  'slip-made': z.strictObject({ lang: z.enum(slipLanguages) }),
  'slip-opened': z.strictObject({}),
});

const ofService = { service: z.uuid(), service_type: z.string() };
const outcomeOf = { ...snapshotShape, ...ofService };

/** Referrals, faces, complaints and unmet needs. */
export const referralEvents = defineEvents('desk', {
  'referral-sent': z.strictObject({ ...outcomeOf, ticket: z.uuid(), organization: z.uuid() }),
  'referral-answered': z.strictObject({
    ...outcomeOf, answer: z.enum(['accepted', 'declined']), reason: z.enum(declineReasons).nullable(), via: z.enum(['account', 'link', 'desk']),
  }),
  'service-served': z.strictObject({ ...outcomeOf, outcome: z.enum(serviceOutcomes) }),
  'referral-closed': z.strictObject({ ...snapshotShape, service_type: z.string(), outcome: z.enum(referralOutcomes), days: z.int().min(0) }),
  'referral-returned': z.strictObject({ ...snapshotShape, reason: z.enum(returnReasons) }),
  'unshared-looked-through': z.strictObject({ returned: z.int().min(0) }),
  'referral-reminded': z.strictObject({ days: z.int().min(0), new_link: z.boolean() }),
  'referral-escalated': z.strictObject({ days: z.int().min(0), next_service: z.uuid().nullable() }),
  'referrals-looked-through': z.strictObject({ reminded: z.int(), escalated: z.int() }),
  'need-unmet': z.strictObject({ ...snapshotShape, cause: z.enum(unmetCauses), service_type: z.string().nullable() }),
  'experience-assessed': z.strictObject({ ...snapshotShape, faces: z.int().min(1).max(5), service: z.uuid().nullable() }),
  'complaint-received': z.strictObject({ kind: z.enum(complaintKinds), named: z.boolean() }),
  'complaint-answered': z.strictObject({ kind: z.enum(complaintKinds), days: z.int().min(0) }),
});
